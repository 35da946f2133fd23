package jdk.internal.access;

/** Stands in for the JDK's own class of this name while {@link sun.nio.ch.FdscopeHook1} is compiled; in no jar of ours. */
public final class SharedSecrets {
    private SharedSecrets() {}

    /** Never null in the JDK. */
    public static native JavaIOFileDescriptorAccess getJavaIOFileDescriptorAccess();
}
