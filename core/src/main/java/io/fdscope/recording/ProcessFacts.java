package io.fdscope.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whose recording it is, from the JDK's events. Values of arguments whose names promise a secret are left out: a report is
 * handed on.
 */
public final class ProcessFacts {
    private static final int MOST_CHARACTERS = 8000;
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\\w.\\-]*(?:passw|pwd|secret|token|credential|api[._-]?key|private[._-]?key)[\\w.\\-]*[=: ]\\s*)(?:\"[^\"]*\"|\\S+)");

    /** {@code PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"}, of /etc/os-release. */
    private static final Pattern NAME = Pattern.compile("(?m)^PRETTY_NAME=\"?([^\"\n]*)");
    /** {@code uname: Linux 6.18.0 #1 SMP x86_64}. */
    private static final Pattern KERNEL = Pattern.compile("(?m)^uname: ?(\\S+ \\S+)");
    /** {@code ... for linux-amd64 JRE (17.0.15+6-Debian-1deb12u1), built on ...}. */
    private static final Pattern RELEASE = Pattern.compile(" JRE \\(([^)]*)\\)");

    /** {@code jdbc:mysql://user:password@db-1/}. */
    private static final Pattern USER = Pattern.compile("(://[^/\\s:@]+:)[^@\\s]+@");

    private static final Pattern LANGUAGE = Pattern.compile("LANG|LANGUAGE|LC_ALL|LC_MESSAGES");

    private final Map<String, String> language = new HashMap<>();
    private String jvm = "";
    private String jvmArguments = "";
    private String command = "";
    private String javaVersion = "";
    private String operatingSystem = "";
    private long processIdentifier = -1;
    private long startedMillis = -1;
    private long lostBytes;

    void accept(EventValues event) {
        switch (event.name()) {
            case JdkEvents.JVM -> {
                jvm = cut(event.text("jvmVersion"));
                Matcher release = RELEASE.matcher(jvm);
                javaVersion = javaVersion.isEmpty() && release.find() ? release.group(1) : javaVersion;
                jvmArguments = withoutSecrets(event.text("jvmArguments"));
                command = withoutSecrets(event.text("javaArguments"));
                processIdentifier = event.number("pid");
                startedMillis = event.number("jvmStartTime");
            }
            case JdkEvents.OPERATING_SYSTEM -> operatingSystem = shortSystem(cut(event.text("osVersion")));
            case JdkEvents.SYSTEM_PROPERTY -> {
                if (event.text("key").equals("java.version")) {
                    javaVersion = cut(event.text("value"));
                }
            }
            case JdkEvents.ENVIRONMENT_VARIABLE -> {
                if (LANGUAGE.matcher(event.text("key")).matches()) {
                    language.put(event.text("key"), cut(event.text("value")));
                }
            }
            case JdkEvents.DATA_LOSS -> lostBytes += Math.max(0, event.number("amount"));
            default -> {
                // Says nothing of the process.
            }
        }
    }

    /**
     * In which its C library words what went wrong, the likeliest first, as {@code pt_BR} and {@code pt}; empty where the
     * recording does not name it. As {@code setlocale} and gettext look for it: {@code LC_ALL}, else {@code LC_MESSAGES}, else
     * {@code LANG}; {@code LANGUAGE} comes before these. (The properties {@code user.language} are not in a recording.)
     */
    List<String> languages() {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> language.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        String list = language.getOrDefault("LANGUAGE", "") + ":" + locale;
        return Stream.of(list.split(":"))
                .filter(value -> !value.isEmpty())
                .map(value -> value.replaceFirst("[.@].*", ""))
                .flatMap(value -> value.matches("C|POSIX") ? Stream.of("en") : namesOf(value))
                .distinct()
                .toList();
    }

    private static Stream<String> namesOf(String locale) {
        return Stream.of(locale, locale.replaceFirst("_.*", ""));
    }

    /** The name and the kernel, of the many lines that there are as a rule. */
    private static String shortSystem(String text) {
        Matcher name = NAME.matcher(text);
        Matcher kernel = KERNEL.matcher(text);
        String known = (name.find() ? name.group(1) : "") + (kernel.find() ? ", " + kernel.group(1) : "");
        return known.isEmpty() ? text : known;
    }

    static String withoutSecrets(String arguments) {
        String withoutNamed = SECRET.matcher(cut(arguments)).replaceAll("$1***");
        return USER.matcher(withoutNamed).replaceAll("$1***@");
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    }

    private static Optional<String> known(String text) {
        return Optional.of(text).filter(each -> !each.isBlank());
    }

    /** The virtual machine, in its own words. */
    public Optional<String> jvm() {
        return known(jvm);
    }

    /** Its arguments, without secrets. */
    public Optional<String> jvmArguments() {
        return known(jvmArguments);
    }

    /** Main class or jar with its arguments, without secrets. */
    public Optional<String> command() {
        return known(command);
    }

    /** {@code 17.0.15}. */
    public Optional<String> javaVersion() {
        return known(javaVersion);
    }

    /** In the words of the system. */
    public Optional<String> operatingSystem() {
        return known(operatingSystem);
    }

    /** Of the process. */
    public OptionalLong processIdentifier() {
        return processIdentifier < 0 ? OptionalLong.empty() : OptionalLong.of(processIdentifier);
    }

    /** Milliseconds since 1970. */
    public OptionalLong startedMillis() {
        return startedMillis < 0 ? OptionalLong.empty() : OptionalLong.of(startedMillis);
    }

    /** Bytes of events that the flight recorder lost, for its buffers were full. */
    public long lostBytes() {
        return lostBytes;
    }
}
