package io.fdscope.spring;

import io.fdscope.Fdscope;
import io.fdscope.meter.FdscopeMeters;
import io.fdscope.monitor.Console;
import io.fdscope.option.Options;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The meters in every registry of the application, and fdscope as a library where the application asks for it. */
@AutoConfiguration
public class FdscopeAutoConfiguration {
    /**
     * {@code fdscope.start=true}: watches as long as the application's context is up. Where the agent runs, that one goes
     * on and stderr says so.
     *
     * @param options as in the agent's argument
     */
    @Bean
    @Lazy(false)
    @ConditionalOnMissingBean
    @ConditionalOnProperty(prefix = "fdscope", name = "start", havingValue = "true")
    public Fdscope fdscope(@Value("${fdscope.options:}") String options) {
        return Fdscope.start(Options.parse(options, Console::say));
    }

    /** Apart, so that no class of Micrometer is asked for where there is none. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    public static class Meters {
        /** Bound by Spring Boot; they leave the registries with the context. */
        @Bean
        @ConditionalOnMissingBean
        public FdscopeMeters fdscopeMeters() {
            return new FdscopeMeters();
        }
    }
}
