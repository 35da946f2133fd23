package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracingFacts;
import org.junit.jupiter.api.Test;

/** Single sentences of the text, of what was judged. */
class VerdictSentencesTest {
    @Test
    void deadOnesAmongUnixSocketsInUseAreCountedOnTheirOwn() {
        Histories unix = new Histories().by(OpenedBy.UNIX).next(100, 0).dead(15, SuspectCause.NEVER_CONNECTED);
        assertThat(new VerdictText(4711).summary(unix.next(0, 0).verdict()))
                .contains(" and 15 of them are unix-domain sockets that were created at");
    }

    @Test
    void deadOnesOfWhichNobodyKnowsWhyAreCountedWithoutThoseInUse() {
        Histories old = new Histories().untraced().next(2500, 0).dead(12, SuspectCause.UNKNOWN);
        assertThat(new VerdictText(4711).summary(old.next(0, 0).verdict()))
                .contains(" and 12 of them are sockets that were created before tracing began");
    }

    @Test
    void whoIsNotTracedIsToldToBe() {
        Suspect old = new Histories()
                .untraced()
                .next(20, 0)
                .dead(12, SuspectCause.UNKNOWN)
                .next(0, 0)
                .suspect();
        TracingFacts traced = new TracingFacts(true, 1, 4_394, 1, 0, 0, 0);
        assertThat(VerdictText.remedy(old, TracingFacts.NONE))
                .isEqualTo("Find who leaks: have creations traced, by the agent and with TraceEnabled; then a leak that"
                        + " goes on names its line");
        assertThat(VerdictText.remedy(old, traced)).startsWith("Find who leaks: what Java creates from now on");
    }
}
