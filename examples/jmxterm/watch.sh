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
set -- OpenCount SoftLimit UnidentifiedSocketCount GrowthPerMinute LeakSuspectCount

{
    open_target "$target"
    printed=0
    while [ "$times" -eq 0 ] || [ "$printed" -lt "$times" ]; do
        echo "get -b $BEAN $*" || exit 0
        printed=$((printed + 1))
        [ "$printed" -eq "$times" ] || sleep "$seconds"
    done
} | jmxterm 2>/dev/null | awk -v times="$times" -v target="$target" '
    # OpenCount = 62;
    $2 == "=" { sub(/;$/, "", $3); value[$1] = $3 }
    $1 == "LeakSuspectCount" {
        printf "open %s of %s, unidentified %s, growth %s a minute, leak suspects %s\n", value["OpenCount"],
            value["SoftLimit"], value["UnidentifiedSocketCount"], value["GrowthPerMinute"], value["LeakSuspectCount"]
        fflush()
        printed++
    }
    END {
        if (times == 0 || printed < times) {
            print "no answer from " target " (any more), after " printed + 0 " lines" > "/dev/stderr"
            exit 3
        }
    }'
