package io.fdscope.trace;

import java.io.FileDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The number in the JDK's descriptor object. Loaded once {@code sun.nio.ch} is open to us. */
final class DescriptorNumber {
    /** {@code IOUtil.fdVal(FileDescriptor)}, native: crashes the JVM on null. */
    private static final MethodHandle FD_VAL = find();

    private DescriptorNumber() {}

    /** @throws NullPointerException without a descriptor */
    static int of(FileDescriptor descriptor) throws Throwable {
        if (descriptor == null) {
            throw new NullPointerException("no descriptor");
        }
        return (int) FD_VAL.invokeExact(descriptor);
    }

    private static MethodHandle find() {
        try {
            Class<?> owner = Class.forName("sun.nio.ch.IOUtil", false, null); // initialising it loads libnet too early
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findStatic(owner, "fdVal", MethodType.methodType(int.class, FileDescriptor.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
