package sun.nio.ch;

import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import jdk.internal.access.SharedSecrets;

/**
 * What hooked methods of the JDK call. Compiled with the agent, it lies in its jar as a plain file and is defined inside
 * {@code java.base}, where it stays for the life of the JVM: an agent that is loaded later finds the class that the
 * first one left. So what it declares never changes; other methods take another class, with the next number.
 *
 * <p>By itself it does nothing. The agent's own subclass is the target while tracing is on.
 */
public class FdscopeHook1 {
    /** Whom hooked methods call; never null. A mutable static, because advice inside {@code java.base} reaches nothing else. */
    @SuppressWarnings("NonFinalStaticField")
    public static volatile FdscopeHook1 target = new FdscopeHook1();

    /** The number in a descriptor object; −1 for null. Plain Java: the JDK's {@code IOUtil.fdVal} is a native call. */
    protected static int number(FileDescriptor descriptor) {
        return descriptor == null
                ? -1
                : SharedSecrets.getJavaIOFileDescriptorAccess().get(descriptor);
    }

    /** A socket has been created; {@code by} says how. */
    public void opened(FileDescriptor fd, int by) {}

    /** A channel has accepted a connection from {@code peer}. */
    public void accepted(FileDescriptor fd, SocketAddress peer) {}

    /** A server socket has accepted a connection from {@code port} of {@code address}. */
    public void acceptedFrom(int port, InetAddress address, FileDescriptor fd) {}

    /** A socket could not be created. */
    public void openFailed(Throwable failure, int by) {}

    /** A channel could not accept. */
    public void acceptFailed(Throwable failure, ProtocolFamily family) {}

    /** A stream socket is going to connect; {@code remote} is an InetAddress or a whole SocketAddress. */
    public void connecting(FileDescriptor fd, Object remote, int port) {}

    /** A stream socket has been asked to connect, and is connected if {@code completed}. */
    public void connected(FileDescriptor fd, boolean completed) {}

    /** A stream socket that was going to connect does not; it is still open. */
    public void connectFailed(Throwable failure, FileDescriptor fd) {}

    /** A stream socket was asked to connect to an address, and the call threw this. */
    public void connectThrew(Throwable failure, FileDescriptor fd, SocketAddress remote) {}

    /** A datagram socket has been connected. */
    public void datagramConnected(FileDescriptor fd, SocketAddress remote) {}

    /** A datagram socket has not been connected. */
    public void datagramFailed(Throwable failure, FileDescriptor fd, SocketAddress remote) {}

    /** A channel has been closed, and its descriptor too if {@code released}. The channel's own lock is held. */
    public void closed(boolean released, FileDescriptor fd) {}

    /** A descriptor is about to be closed. */
    public void releasing(FileDescriptor fd) {}
}
