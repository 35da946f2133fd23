package io.fdscope.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Joins our meters with a Micrometer that our own loader does not see. The meters' package is defined here once more,
 * even though the agent's jar has it too: out of the companion jar, where it is relocated as Micrometer is, or else out of
 * our own loader, next to the application's Micrometer.
 */
final class MeterLoader extends URLClassLoader {
    private static final String METERS = "io.fdscope.meter.";

    private final ClassLoader last;

    static {
        registerAsParallelCapable();
    }

    private MeterLoader(URL[] jars, ClassLoader last) {
        super("fdscope-meters", jars, MeterLoader.class.getClassLoader());
        this.last = last;
    }

    /** Over a jar that brings meters and Micrometer. */
    static MeterLoader over(Path companion) {
        try {
            return new MeterLoader(new URL[] {companion.toUri().toURL()}, getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Over a loader that has Micrometer; nothing but what we lack is asked of it. */
    static MeterLoader over(ClassLoader application) {
        return new MeterLoader(new URL[0], application);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(METERS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (getURLs().length > 0) {
            return super.findClass(name);
        }
        return name.startsWith(METERS) ? define(name) : last.loadClass(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
