package io.fdscope.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An application that is taken away must not stay in memory because its meters were bound. */
class UnloadingTest {
    private static void awaitTheEndOf(WeakReference<ClassLoader> loader) {
        Await.until("the end of the application's class loader", () -> {
            System.gc();
            return loader.refersTo(null);
        });
    }

    /** Everything on the class path once more, for an application with a Micrometer of its own. */
    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(UnloadingTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void anApplicationThatIsForgottenWithItsRegistryIsGone() throws Exception {
        try (WatchedJvm jvm = new WatchedJvm(ManagementFactory.getPlatformMBeanServer())) {
            jvm.scan();
            awaitTheEndOf(deployWithItsOwnRegistry());
        }
    }

    private static WeakReference<ClassLoader> deployWithItsOwnRegistry() throws Exception {
        URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        Object registry = loader.loadClass(SimpleMeterRegistry.class.getName())
                .getConstructor()
                .newInstance();
        Object meters =
                loader.loadClass(FdscopeMeters.class.getName()).getConstructor().newInstance();
        Class<?> registryType = loader.loadClass(MeterRegistry.class.getName());
        meters.getClass().getMethod("bindTo", registryType).invoke(meters, registry);
        Object found = registryType.getMethod("get", String.class).invoke(registry, "process.files.headroom");
        Object gauge = found.getClass().getMethod("gauge").invoke(found);
        Class<?> gaugeType = loader.loadClass("io.micrometer.core.instrument.Gauge");
        assertThat((double) gaugeType.getMethod("value").invoke(gauge)).isPositive();
        loader.close();
        return new WeakReference<>(loader);
    }

    @Test
    void anApplicationThatClosedItsMetersIsNotHeldByTheRegistryOfItsServer() throws Exception {
        SimpleMeterRegistry shared = new SimpleMeterRegistry();
        WeakReference<ClassLoader> loader = deployInto(shared);
        awaitTheEndOf(loader);
        assertThat(shared.getMeters()).isEmpty();
    }

    private static WeakReference<ClassLoader> deployInto(MeterRegistry shared) throws Exception {
        ClassLoader loader = new OwnMeters();
        MeterBinder meters = (MeterBinder)
                loader.loadClass(FdscopeMeters.class.getName()).getConstructor().newInstance();
        assertThat(meters.getClass().getClassLoader()).isSameAs(loader);
        meters.bindTo(shared);
        assertThat(shared.get("process.files.headroom").gauge().value()).isNaN();
        ((AutoCloseable) meters).close();
        return new WeakReference<>(loader);
    }

    /** Has the classes of this package for itself, and all else from its server. */
    private static final class OwnMeters extends ClassLoader {
        OwnMeters() {
            super(UnloadingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.fdscope.meter.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
