package io.fdscope.origin;

import com.example.shop.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;

/** A class loader of its own for the shop, as a web application has one. */
final class LoadedApplication extends ClassLoader {
    LoadedApplication() {
        super(Shop.class.getClassLoader());
    }

    /** What opens a socket by code of this loader. */
    IntConsumer shop(SocketTracer tracer) throws ReflectiveOperationException {
        Object shop = findClass(Shop.class.getName())
                .getConstructor(SocketTracer.class)
                .newInstance(tracer);
        return (IntConsumer) shop;
    }

    @Override
    protected Class<?> findClass(String name) {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
