#!/bin/sh
# Prints a line every few seconds, over one connection: it goes on when the JVM has no descriptor left.
#
#   watch.sh PID|HOST:PORT|URL [SECONDS [TIMES]]
#
# SECONDS between lines (5; up to 14: an idle connection is given up after 15), TIMES lines (no end).
# Exit code: 0 all lines printed, 3 no answer, or none any more (one line on stderr).
set -eu
. "$(dirname "$0")/ask.sh"

[ $# -ge 1 ] || fail "usage: watch.sh PID|HOST:PORT|URL [SECONDS [TIMES]]"
check_settings
target=$1
seconds=${2:-5}
times=${3:-0}

# 119.91430360267341: +120 a minute
words() {
    case $1 in
        NaN) echo unknown ;;
        *) LC_ALL=C printf '%+.0f a minute\n' "$1" ;;
    esac
}
set -- OpenCount SoftLimit UnidentifiedSocketCount GrowthPerMinute LeakSuspectCount

{
    open_target "$target"
    printed=0
    while [ "$times" -eq 0 ] || [ "$printed" -lt "$times" ]; do
        echo "get -b $BEAN $*" || exit 0
        printed=$((printed + 1))
        [ "$printed" -eq "$times" ] || sleep "$seconds"
    done
} | jmxterm 2>/dev/null | {
    # Read by the shell: some awks wait for a whole block of lines before they look at the first.
    printed=0
    while read -r name sign number; do # OpenCount = 62;
        number=${number%;}
        case $name$sign in
            OpenCount=) open=$number ;;
            SoftLimit=) limit=$number ;;
            UnidentifiedSocketCount=) unidentified=$number ;;
            GrowthPerMinute=) growth=$(words "$number") ;;
            LeakSuspectCount=)
                echo "open $open of $limit, unidentified $unidentified, growth $growth, leak suspects $number"
                printed=$((printed + 1))
                ;;
        esac
    done
    [ "$times" -gt 0 ] && [ "$printed" -ge "$times" ] || fail "no answer from $target (any more), after $printed lines"
}
