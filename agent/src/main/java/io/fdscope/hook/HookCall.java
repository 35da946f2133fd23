package io.fdscope.hook;

/** A method of a hook class, as bytecode names it. */
public interface HookCall {
    /** Its class, {@code sun/nio/ch/FdscopeHook1}, which holds in its static field {@code target} whom to call. */
    String owner();

    /** Its name. */
    String methodName();

    /** Its parameters and its result. */
    String descriptor();
}
