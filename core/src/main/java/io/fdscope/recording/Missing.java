package io.fdscope.recording;

import io.fdscope.event.EventNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a recording does not hold.
 *
 * @param what it would have told
 * @param how to have it the next time
 */
public record Missing(String what, String how) {
    private static final String WITH_US =
            "start the JVM with -javaagent:fdscope.jar, or run fdscope attach PID, before or while it records";

    private static final Missing FDSCOPE = new Missing(
            "how many descriptors are open, of which kind, and who opened them: fdscope was not"
                    + " in this process, or its events were disabled",
            WITH_US);

    /** Of all that it could hold. */
    public static List<Missing> in(RecordingContent content) {
        List<Missing> missing = new ArrayList<>();
        if (isForeign(content)) {
            missing.add(FDSCOPE);
            addOfJdk(content, missing);
            return missing;
        }
        need(content, EventNames.FILE_DESCRIPTOR_USAGE, "how many descriptors are open", missing);
        need(content, EventNames.SOCKET_STATES, "the states of the sockets", missing);
        addOfVerdict(content, missing);
        need(content, EventNames.SOCKET_CONNECTED, "connects and their failures", missing);
        if (content.process().jvm().isEmpty()) {
            missing.add(new Missing(
                    "which JVM this was, and its arguments", "enable jdk.JVMInformation, as default and profile do"));
        }
        return missing;
    }

    /** Of what tells how many descriptors are open, and who creates sockets. */
    public static List<Missing> ofDescriptors(RecordingContent content) {
        if (isForeign(content)) {
            return List.of(FDSCOPE);
        }
        List<Missing> missing = new ArrayList<>();
        need(content, EventNames.FILE_DESCRIPTOR_USAGE, "how many descriptors are open", missing);
        addOfVerdict(content, missing);
        return missing;
    }

    private static boolean isForeign(RecordingContent content) {
        return content.eventCounts().keySet().stream().noneMatch(name -> name.startsWith("io.fdscope."));
    }

    private static void addOfJdk(RecordingContent content, List<Missing> missing) {
        if (!has(content, "jdk.SocketRead") && !has(content, "jdk.SocketWrite")) {
            missing.add(new Missing(
                    "whom it talked to",
                    "enable jdk.SocketRead and jdk.SocketWrite; those that take"
                            + " less than their threshold (20 ms by default) are not recorded"));
        }
        if (!has(content, "jdk.JavaExceptionThrow")) {
            missing.add(new Missing("who failed with \"Too many open files\"", "enable jdk.JavaExceptionThrow"));
        } else {
            content.exhaustions().unknownLanguage().ifPresent(language -> missing.add(inLanguage(language)));
        }
    }

    private static Missing inLanguage(String language) {
        return new Missing(
                "who failed for want of a descriptor: the process words that in its language, " + language
                        + ", and how is not known on this machine",
                "read the recording where the C library has its messages in that language (on Debian package libc-l10n)");
    }

    private static void addOfVerdict(RecordingContent content, List<Missing> missing) {
        if (content.course().last().isEmpty()) {
            missing.add(new Missing(
                    "a verdict: "
                            + (has(content, EventNames.LEAK_EVIDENCE)
                                    ? "the evidence of no scan is complete"
                                    : "no scan fell into it, or its evidence was not recorded"),
                    "record for longer than a scan takes (10 s), with " + EventNames.LEAK_EVIDENCE + ", SiteEvidence"
                            + " and CreationSite enabled, as default, profile and fdscope.jfc have them"));
        } else if (!content.course().last().get().verdict().tracing().enabled()) {
            missing.add(new Missing("where sockets are created: tracing was off", "option trace=on, with the agent"));
        } else {
            need(content, EventNames.SOCKET_OPENED, "each single creation, with its time", missing);
        }
    }

    private static void need(RecordingContent content, String event, String what, List<Missing> missing) {
        if (!has(content, event)) {
            missing.add(new Missing(what, "enable " + event + ", as default, profile and fdscope.jfc do"));
        }
    }

    private static boolean has(RecordingContent content, String event) {
        return content.isRecorded(event);
    }
}
