#!/bin/sh
# Prints attributes of the MXBean once, Name=value, one a line.
#
#   poll.sh PID|HOST:PORT|URL [ATTRIBUTE...]
#
# Exit code: 0 fine, 3 no answer (one line on stderr).
set -eu
. "$(dirname "$0")/ask.sh"

[ $# -ge 1 ] || fail "usage: poll.sh PID|HOST:PORT|URL [ATTRIBUTE...]"
check_settings
target=$1
shift
[ $# -ge 1 ] || set -- OpenCount SoftLimit Headroom UnidentifiedSocketCount GrowthPerMinute SecondsToExhaustion \
    LeakSuspectCount
ask "$target" "$@" || fail "no answer from $target: no JVM with fdscope there, a wrong password, or no such attribute of: $*"
