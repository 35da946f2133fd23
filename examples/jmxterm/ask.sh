# Shared by poll.sh, watch.sh and alert.sh: how jmxterm is run so that a script can rely on what it says.
#
#   JMXTERM            the jar, jmxterm-1.0.4-uber.jar (Maven Central: org.cyclopsgroup:jmxterm, classifier uber)
#   JMX_USER           user, where the connector wants one; its password is the first line of the file
#   JMX_PASSWORD_FILE  (it goes in by jmxterm's input, so that ps does not show it)

BEAN=io.fdscope:type=FileDescriptors

fail() {
    echo "$*" >&2
    exit 3
}

# By process id jmxterm uses a package of the JDK's that is closed since 9. -v silent leaves the banners out, and with
# them every error; -e makes an unsuccessful command end it with a code other than 0.
jmxterm() {
    "${JAVA:-java}" \
        --add-modules jdk.jconsole \
        --add-exports jdk.jconsole/sun.tools.jconsole=ALL-UNNAMED \
        --add-opens jdk.jconsole/sun.tools.jconsole=ALL-UNNAMED \
        -jar "$JMXTERM" -n -e -v silent
}

# jmxterm's first command, for $1: a process id, host:port, or service:jmx:...
open_target() {
    if [ -n "${JMX_USER:-}" ]; then
        IFS= read -r password <"$JMX_PASSWORD_FILE" || [ -n "$password" ] || return 1
        echo "open $1 -u $JMX_USER -p $password"
    else
        echo "open $1"
    fi
}

check_settings() {
    [ -f "${JMXTERM:-}" ] || fail "JMXTERM is '${JMXTERM:-}': set it to jmxterm-1.0.4-uber.jar"
    [ -z "${JMX_USER:-}" ] || [ -r "${JMX_PASSWORD_FILE:-}" ] || fail "JMX_USER takes JMX_PASSWORD_FILE, a file"
}

# Name=value, one a line, of the attributes named behind the target. The answer counts only where all of them came:
# jmxterm does not take an attribute that is not there for a failure.
ask() {
    target=$1
    shift
    if ! answer=$({
        open_target "$target"
        echo "get -b $BEAN $*"
    } | jmxterm 2>/dev/null); then
        return 1
    fi
    answer=$(printf '%s\n' "$answer" | sed -n 's/^\([A-Za-z.]*\) = \(.*\);$/\1=\2/p')
    [ "$(printf '%s\n' "$answer" | grep -c =)" -eq $# ] || return 1
    printf '%s\n' "$answer"
}

# The number of one attribute in what ask printed: value Name "$answers"
value() {
    printf '%s\n' "$2" | sed -n "s/^$1=//p"
}
