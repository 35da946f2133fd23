package io.fdscope.guard;

import io.fdscope.hook.HookCall;

/** The methods of {@link sun.nio.ch.FdscopeHook2}, as bytecode names them. */
enum ChunkCall implements HookCall {
    CHUNK_FAILED("chunkFailed", "(Ljava/lang/Throwable;)V"),
    CHUNK_THROWN("chunkThrown", "(Ljava/lang/Throwable;Ljava/lang/Object;)Ljava/lang/Object;"),
    CHUNK_OPENED("chunkOpened", "(Ljava/lang/Object;)V"),
    OUTPUT_WANTED("outputWanted", "(Ljava/lang/String;)V"),
    OUTPUT_SET("outputSet", "(Ljava/lang/Object;Ljava/lang/String;)V"),
    SHUTTING_DOWN("shuttingDown", "()V");

    private final String methodName;
    private final String descriptor;

    ChunkCall(String methodName, String descriptor) {
        this.methodName = methodName;
        this.descriptor = descriptor;
    }

    @Override
    public String owner() {
        return "sun/nio/ch/FdscopeHook2";
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
