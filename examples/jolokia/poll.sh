#!/bin/sh
# Reads the MXBean through Jolokia, which puts JMX on HTTP: one GET, JSON back. For monitoring that speaks no RMI.
#
#   java -javaagent:fdscope.jar -javaagent:jolokia-agent-jvm-javaagent.jar=host=127.0.0.1,port=8778 -jar app.jar
#   ./poll.sh http://127.0.0.1:8778/jolokia [ATTRIBUTE,ATTRIBUTE...]
#   ./poll.sh http://127.0.0.1:8778/jolokia explain
#
# Without a policy file (jolokia-access.xml) Jolokia lets anybody who reaches its port do anything: keep it on loopback.
#
# Exit code: 0 fine, 3 no answer, or one that is no success (one line on stderr).
# Tested: this script with Jolokia's JVM agent 2.5.0. Not tested: its WAR and OSGi agents, its proxy mode, users, TLS.
set -eu

fail() {
    echo "$*" >&2
    exit 3
}

[ $# -ge 1 ] || fail "usage: poll.sh URL [ATTRIBUTE,ATTRIBUTE...|explain]"
what=${2:-OpenCount,SoftLimit,UnidentifiedSocketCount,GrowthPerMinute,SecondsToExhaustion,LeakSuspectCount}
case $what in
    explain) path=exec/io.fdscope:type=FileDescriptors/explain ;;
    *) path=read/io.fdscope:type=FileDescriptors/$what ;;
esac

answer=$(curl -sS --noproxy '*' --max-time 10 "$1/$path" 2>&1) || fail "no answer from $1: $answer"
# Jolokia answers with HTTP 200 whatever happens; the status of the request is in the JSON.
case $answer in
    *'"status":200'*) printf '%s\n' "$answer" ;;
    *) fail "Jolokia at $1 says: $answer" ;;
esac
