#!/bin/sh
# One line and an exit code for whoever calls it, as Nagios has them: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
#
#   alert.sh PID|HOST:PORT|URL [WARN% [CRITICAL% [SECONDS]]]
#
# The shares of the limit are 80 and 95 unless given. A leak suspect is a WARNING. Figures older than SECONDS
# (60) are UNKNOWN.
# Where fdscope.jar is at hand, ./fdscope check does this and more, and by process id also of a JVM that is full.
set -eu
. "$(dirname "$0")/ask.sh"

say() {
    echo "FDSCOPE $1 - $2"
    case $1 in
        OK) exit 0 ;;
        WARNING) exit 1 ;;
        CRITICAL) exit 2 ;;
        *) exit 3 ;;
    esac
}

[ $# -ge 1 ] || say UNKNOWN "usage: alert.sh PID|HOST:PORT|URL [WARN% [CRITICAL% [SECONDS]]]"
[ -f "${JMXTERM:-}" ] || say UNKNOWN "JMXTERM is '${JMXTERM:-}': set it to jmxterm-1.0.4-uber.jar"
check_settings
warn=${2:-80}
critical=${3:-95}
oldest=${4:-60}
for share in "$warn" "$critical"; do
    case $share in
        [1-9] | [1-9][0-9] | 100) ;;
        *) say UNKNOWN "WARN and CRITICAL are whole per cents from 1 to 100: $warn $critical" ;;
    esac
done

case $oldest in
    [1-9] | [1-9][0-9] | [1-9][0-9][0-9] | [1-9][0-9][0-9][0-9]) ;;
    *) say UNKNOWN "SECONDS is a whole number from 1 to 9999: $oldest" ;;
esac

answers=$(ask "$1" OpenCount SoftLimit UnidentifiedSocketCount LeakSuspectCount ReadingAgeMillis) ||
    say UNKNOWN "no answer from $1: no JVM with fdscope there, or a wrong password"
open=$(value OpenCount "$answers")
limit=$(value SoftLimit "$answers")
suspects=$(value LeakSuspectCount "$answers")
[ "$open" -ge 0 ] && [ "$limit" -gt 0 ] || say UNKNOWN "nothing has been read in $1 yet"
age=$(value ReadingAgeMillis "$answers")
[ "$age" -le "$((oldest * 1000))" ] || say UNKNOWN "nothing has been read in $1 for $((age / 1000)) s; the last: $open of $limit open"

text="$open of $limit open, $(value UnidentifiedSocketCount "$answers") unidentified, leak suspects $suspects"
# The count from which on it is that share. Divided first, since the limit may be as large as a shell can count.
share() {
    echo $((limit / 100 * $1 + (limit % 100 * $1 + 99) / 100))
}
if [ "$open" -ge "$(share "$critical")" ]; then
    say CRITICAL "$text; reached $critical%"
elif [ "$open" -ge "$(share "$warn")" ]; then
    say WARNING "$text; reached $warn%"
elif [ "$suspects" -gt 0 ]; then
    say WARNING "$text"
fi
say OK "$text"
