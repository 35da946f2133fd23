package io.fdscope.trace;

import io.fdscope.hook.HookCall;

/** The methods of {@link sun.nio.ch.FdscopeHook1}, as bytecode names them. */
enum SocketCall implements HookCall {
    OPENED("opened", "(Ljava/io/FileDescriptor;I)V"),
    ACCEPTED("accepted", "(Ljava/io/FileDescriptor;Ljava/net/SocketAddress;)V"),
    ACCEPTED_FROM("acceptedFrom", "(ILjava/net/InetAddress;Ljava/io/FileDescriptor;)V"),
    OPEN_FAILED("openFailed", "(Ljava/lang/Throwable;I)V"),
    ACCEPT_FAILED("acceptFailed", "(Ljava/lang/Throwable;Ljava/net/ProtocolFamily;)V"),
    CONNECTING("connecting", "(Ljava/io/FileDescriptor;Ljava/lang/Object;I)V"),
    CONNECTED("connected", "(Ljava/io/FileDescriptor;Z)V"),
    CONNECT_FAILED("connectFailed", "(Ljava/lang/Throwable;Ljava/io/FileDescriptor;)V"),
    CONNECT_THREW("connectThrew", "(Ljava/lang/Throwable;Ljava/io/FileDescriptor;Ljava/net/SocketAddress;)V"),
    DATAGRAM_CONNECTED("datagramConnected", "(Ljava/io/FileDescriptor;Ljava/net/SocketAddress;)V"),
    DATAGRAM_FAILED("datagramFailed", "(Ljava/lang/Throwable;Ljava/io/FileDescriptor;Ljava/net/SocketAddress;)V"),
    CLOSED("closed", "(ZLjava/io/FileDescriptor;)V"),
    RELEASING("releasing", "(Ljava/io/FileDescriptor;)V");

    private final String methodName;
    private final String descriptor;

    SocketCall(String methodName, String descriptor) {
        this.methodName = methodName;
        this.descriptor = descriptor;
    }

    @Override
    public String owner() {
        return "sun/nio/ch/FdscopeHook1";
    }

    @Override
    public String methodName() {
        return methodName;
    }

    @Override
    public String descriptor() {
        return descriptor;
    }
}
