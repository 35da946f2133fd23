package io.fdscope.recording;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whose recording it is, from the JDK's events. Values of arguments whose names promise a secret are left out: a report is
 * handed on.
 */
public final class ProcessFacts {
    private static final int MOST_CHARACTERS = 8000;
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\\w.\\-]*(?:passw|pwd|secret|token|credential|api[._-]?key|private[._-]?key)[\\w.\\-]*[=: ]\\s*)(?:\"[^\"]*\"|\\S+)");

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
                jvm = cut((event.text("jvmName") + ", " + event.text("jvmVersion")));
                jvmArguments = withoutSecrets(event.text("jvmArguments"));
                command = withoutSecrets(event.text("javaArguments"));
                processIdentifier = event.number("pid");
                startedMillis = event.number("jvmStartTime");
            }
            case JdkEvents.OPERATING_SYSTEM -> operatingSystem = cut(event.text("osVersion"));
            case JdkEvents.SYSTEM_PROPERTY -> {
                if (event.text("key").equals("java.version")) {
                    javaVersion = cut(event.text("value"));
                }
            }
            case JdkEvents.DATA_LOSS -> lostBytes += Math.max(0, event.number("amount"));
            default -> {
                // Says nothing of the process.
            }
        }
    }

    static String withoutSecrets(String arguments) {
        return SECRET.matcher(cut(arguments)).replaceAll("$1***");
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    }

    private static Optional<String> known(String text) {
        return Optional.of(text).filter(each -> !each.isBlank());
    }

    /** Name and version of the virtual machine. */
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
