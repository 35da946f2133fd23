package io.fdscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.hook.SlowJvm;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TracingTest {
    private final List<String> said = new ArrayList<>();
    private final Faults faults = new Faults();
    private final Complaints complaints = new Complaints(faults, new Announcer(said::add));

    /** A JVM that lets nobody in. */
    private static Instrumentation refusing() {
        return (Instrumentation) Proxy.newProxyInstance(
                Instrumentation.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException("refused");
                });
    }

    @Test
    void whereHooksCannotBePutInNothingCountsAsTraced() {
        Tracing tracing = new Tracing(Optional.of(refusing()), complaints);

        assertThatThrownBy(tracing::enable)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("sockets cannot be traced in this JVM; its Faults say why");
        assertThat(tracing.isEnabled()).isFalse();
        assertThat(tracing.ledger().facts().enabled()).isFalse();
        assertThat(tracing.activeHooks()).isZero();
        assertThat(tracing.missingHooks()).isNotEmpty();
        assertThat(faults.count()).isPositive();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoAsksForItsStateDoesNotWaitForASwitch() throws InterruptedException {
        SlowJvm jvm = new SlowJvm();
        Tracing tracing = new Tracing(Optional.of(jvm.instrumentation()), complaints);
        Thread switching =
                new Thread(() -> assertThatThrownBy(tracing::enable).isInstanceOf(UnsupportedOperationException.class));
        switching.start();
        jvm.awaitSwitch();

        assertThat(tracing.isEnabled()).isFalse();
        assertThat(tracing.activeHooks()).isZero();
        assertThat(tracing.missingHooks()).isEmpty();
        jvm.refuse();
        switching.join();
        assertThat(tracing.missingHooks()).isNotEmpty();
    }

    @Test
    void aLibrarySaysThatItTakesTheAgent() {
        Tracing tracing = new Tracing(Optional.empty(), complaints);

        assertThatThrownBy(tracing::enable).hasMessageContaining("that takes the agent");
        tracing.close();
        assertThat(faults.count()).isZero();
    }
}
