#!/bin/sh
# fdscope's check of the one JVM with this main class or jar, for NRPE and the like: a process id changes with every start.
#
#   check-by-name.sh MAIN_CLASS_OR_JAR [option of ./fdscope check...]
#
# FDSCOPE_JAR: fdscope.jar (default: beside this script). JAVA: the java that runs it (default: of the PATH).
# Exit code and line are check's; none or several such JVMs are UNKNOWN.
set -u
unknown() {
    echo "FDSCOPE UNKNOWN - $*"
    exit 3
}

[ $# -ge 1 ] || unknown "usage: check-by-name.sh MAIN_CLASS_OR_JAR [option of check...]"
name=$1
shift
jar=${FDSCOPE_JAR:-$(dirname "$0")/fdscope.jar}
[ -f "$jar" ] || unknown "there is no $jar: FDSCOPE_JAR names fdscope.jar"

# The first argument that is the name, of a process whose program is called java; arguments end with a zero byte.
pids=""
for folder in /proc/[0-9]*; do
    [ "$(cat "$folder/comm" 2>/dev/null)" = java ] || continue
    tr '\0' '\n' <"$folder/cmdline" 2>/dev/null | sed 1d | grep -qxF -e "$name" && pids="$pids ${folder#/proc/}"
done
# shellcheck disable=SC2086 # a list of numbers
set -- $pids -- "$@"
[ "$1" != -- ] || unknown "no JVM runs $name"
[ "$2" = -- ] || unknown "several JVMs run $name:$pids"
pid=$1
shift 2
exec "${JAVA:-java}" -jar "$jar" check "$pid" "$@"
