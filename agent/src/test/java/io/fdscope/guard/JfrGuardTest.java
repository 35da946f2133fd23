package io.fdscope.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.hook.SlowJvm;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JfrGuardTest {
    private final Faults faults = new Faults();

    @Test
    void whoAsksForItsHooksDoesNotWaitForTheirBeingPutIn() throws InterruptedException {
        SlowJvm jvm = new SlowJvm();
        JfrGuard guard = new JfrGuard(Optional.of(jvm.instrumentation()), faults, new Announcer(line -> {}));
        guard.enable();
        Thread recorder = new Thread(guard::recorderIsUsed);
        recorder.start();
        jvm.awaitSwitch();

        assertThat(guard.missingHooks()).isEmpty();
        jvm.refuse();
        recorder.join();
        assertThat(guard.missingHooks())
                .hasSameSizeAs(GuardTable.points())
                .allMatch(name -> name.startsWith("flight recorder: "));
        guard.disable();
        assertThat(guard.missingHooks()).isEmpty();
        assertThat(faults.count()).isEqualTo(1);
    }
}
