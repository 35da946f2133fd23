package org.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.Fdscope;
import io.fdscope.meter.FdscopeMeters;
import io.fdscope.spring.FdscopeAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, FdscopeAutoConfiguration.class));

    private static boolean isWatched() {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .isRegistered(new ObjectName("io.fdscope:type=FileDescriptors"));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isFoundBySpringBoot() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(FdscopeAutoConfiguration.class.getName());
    }

    @Test
    void bindsToEveryRegistryUntilTheContextIsClosed() {
        SimpleMeterRegistry one = new SimpleMeterRegistry();
        SimpleMeterRegistry two = new SimpleMeterRegistry();
        application
                .withBean("one", MeterRegistry.class, () -> one)
                .withBean("two", MeterRegistry.class, () -> two)
                .run(context -> {
                    assertThat(one.get("process.files.headroom").gauge().value())
                            .isNaN();
                    assertThat(two.get("process.files.headroom").gauge().value())
                            .isNaN();
                    assertThat(context).doesNotHaveBean(Fdscope.class);
                });
        assertThat(one.getMeters()).isEmpty();
        assertThat(two.getMeters()).isEmpty();
    }

    @Test
    void staysOutOfAnApplicationWithoutMicrometer() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(FdscopeAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader("io.micrometer.core"))
                .withPropertyValues("fdscope.start=true")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Fdscope.class);
                    assertThat(context.containsBean("fdscopeMeters")).isFalse();
                });
    }

    @Test
    void metersOfTheApplicationsOwnStandInForOurs() {
        FdscopeMeters own = new FdscopeMeters();
        application
                .withBean(FdscopeMeters.class, () -> own)
                .run(context -> assertThat(context).getBean(FdscopeMeters.class).isSameAs(own));
    }

    @Test
    void startsTheLibraryWithTheContextAndStopsItWithIt() {
        application
                .withPropertyValues(
                        "fdscope.start=true", "fdscope.options=scan=1h", "spring.main.lazy-initialization=true")
                .run(context -> {
                    assertThat(context).hasSingleBean(Fdscope.class);
                    assertThat(isWatched()).isTrue();
                });
        assertThat(isWatched()).isFalse();
    }
}
