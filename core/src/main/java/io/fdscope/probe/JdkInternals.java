package io.fdscope.probe;

import java.io.FileDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.net.InetAddress;

/**
 * Methods that the JDK keeps to itself; the same on 17 to 25.
 *
 * @param poll {@code PollSelectorImpl.poll(long address, int count, int timeout)}
 * @param address {@code DirectBuffer.address()}, of an Object
 * @param epollControl {@code EPoll.ctl(int epfd, int opcode, int fd, int events)}: 0 or errno
 * @param fstat {@code UnixNativeDispatcher.fstat(int, attributes)} into the attributes that the next three read
 * @param mode {@code st_mode}, as a long
 * @param inode {@code st_ino}
 * @param links {@code st_nlink}, as a long
 * @param option {@code Net.getIntOption0(FileDescriptor, boolean convert, int level, int option)}: getsockopt with room
 *     for four bytes
 * @param setNumber {@code IOUtil.setfdVal(FileDescriptor, int)}
 * @param localPort {@code Net.localPort(FileDescriptor)}
 * @param localAddress {@code Net.localInetAddress(FileDescriptor)}
 * @param remotePort {@code Net.remotePort(FileDescriptor)}: getpeername of a socket of any family
 * @param remoteAddress {@code Net.remoteInetAddress(FileDescriptor)}
 * @param unixUnused whether the program has had no unix-domain socket yet, by {@code Unsafe.shouldBeInitialized(Class)}: a
 *     first use of ours would fix a setting of the program's, and with no descriptor left ruin them for good
 * @param localPath {@code UnixDomainSockets.localAddress0(FileDescriptor)}: the path's bytes
 */
record JdkInternals(
        MethodHandle poll,
        MethodHandle address,
        MethodHandle epollControl,
        MethodHandle fstat,
        MethodHandle mode,
        MethodHandle inode,
        MethodHandle links,
        MethodHandle option,
        MethodHandle setNumber,
        MethodHandle localPort,
        MethodHandle localAddress,
        MethodHandle remotePort,
        MethodHandle remoteAddress,
        MethodHandle unixUnused,
        MethodHandle localPath) {
    private static final String UNIX_DOMAIN = "sun.nio.ch.UnixDomainSockets";

    static JdkInternals find(PackageOpener opener) throws ReflectiveOperationException {
        opener.open("sun.nio.ch", JdkInternals.class.getModule());
        opener.open("sun.nio.fs", JdkInternals.class.getModule());
        opener.open("jdk.internal.misc", JdkInternals.class.getModule());
        Lookup net = in("sun.nio.ch.Net");
        Lookup poll = in("sun.nio.ch.PollSelectorImpl");
        Lookup epoll = in("sun.nio.ch.EPoll");
        Lookup io = in("sun.nio.ch.IOUtil");
        Class<?> buffer = Class.forName("sun.nio.ch.DirectBuffer");
        Lookup stat = in("sun.nio.fs.UnixFileAttributes");
        Object attributes = newInstance(stat);
        MethodHandle fstat = in("sun.nio.fs.UnixNativeDispatcher")
                .findStatic(
                        Class.forName("sun.nio.fs.UnixNativeDispatcher"),
                        "fstat",
                        MethodType.methodType(void.class, int.class, stat.lookupClass()));
        return new JdkInternals(
                poll.findStatic(
                        poll.lookupClass(), "poll", MethodType.methodType(int.class, long.class, int.class, int.class)),
                io.findVirtual(buffer, "address", MethodType.methodType(long.class))
                        .asType(MethodType.methodType(long.class, Object.class)),
                epoll.findStatic(
                        epoll.lookupClass(),
                        "ctl",
                        MethodType.methodType(int.class, int.class, int.class, int.class, int.class)),
                MethodHandles.insertArguments(fstat, 1, attributes),
                field(stat, attributes, "st_mode", int.class),
                field(stat, attributes, "st_ino", long.class),
                field(stat, attributes, "st_nlink", int.class),
                net.findStatic(
                        net.lookupClass(),
                        "getIntOption0",
                        MethodType.methodType(int.class, FileDescriptor.class, boolean.class, int.class, int.class)),
                io.findStatic(
                        io.lookupClass(),
                        "setfdVal",
                        MethodType.methodType(void.class, FileDescriptor.class, int.class)),
                onDescriptor(net, "localPort", int.class),
                onDescriptor(net, "localInetAddress", InetAddress.class),
                onDescriptor(net, "remotePort", int.class),
                onDescriptor(net, "remoteInetAddress", InetAddress.class),
                findUnixUnused(),
                findLocalPath());
    }

    private static Lookup in(String className) throws ReflectiveOperationException {
        return MethodHandles.privateLookupIn(Class.forName(className), MethodHandles.lookup());
    }

    /** Where it cannot be told, it is as if it were so. */
    private static MethodHandle findUnixUnused() {
        try {
            Lookup unsafe = in("jdk.internal.misc.Unsafe");
            Class<?> type = unsafe.lookupClass();
            Object instance = unsafe.findStatic(type, "getUnsafe", MethodType.methodType(type))
                    .invoke();
            return unsafe.findVirtual(type, "shouldBeInitialized", MethodType.methodType(boolean.class, Class.class))
                    .bindTo(instance)
                    .bindTo(Class.forName(UNIX_DOMAIN, false, null));
        } catch (Throwable e) {
            return MethodHandles.constant(boolean.class, true);
        }
    }

    /** Of a class whose first use is left to the program. A JDK that has no such method has no paths, and all the rest. */
    private static MethodHandle findLocalPath() {
        try {
            Lookup unix =
                    MethodHandles.privateLookupIn(Class.forName(UNIX_DOMAIN, false, null), MethodHandles.lookup());
            return onDescriptor(unix, "localAddress0", byte[].class);
        } catch (ReflectiveOperationException e) {
            return MethodHandles.dropArguments(
                    MethodHandles.constant(byte[].class, new byte[0]), 0, FileDescriptor.class);
        }
    }

    private static Object newInstance(Lookup type) throws ReflectiveOperationException {
        MethodHandle constructor = type.findConstructor(type.lookupClass(), MethodType.methodType(void.class));
        try {
            return constructor.invoke();
        } catch (Throwable e) {
            throw new ReflectiveOperationException(e);
        }
    }

    private static MethodHandle field(Lookup type, Object of, String name, Class<?> fieldType)
            throws ReflectiveOperationException {
        return type.findGetter(type.lookupClass(), name, fieldType)
                .bindTo(of)
                .asType(MethodType.methodType(long.class));
    }

    private static MethodHandle onDescriptor(Lookup net, String name, Class<?> answer)
            throws ReflectiveOperationException {
        return net.findStatic(net.lookupClass(), name, MethodType.methodType(answer, FileDescriptor.class));
    }
}
