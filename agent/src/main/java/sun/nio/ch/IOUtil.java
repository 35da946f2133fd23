package sun.nio.ch;

import java.io.FileDescriptor;

/** Stands in for the JDK's own class of this name while {@link FdscopeHook1} is compiled; in no jar of ours. */
final class IOUtil {
    private IOUtil() {}

    /** The number; crashes the JVM on null. */
    static native int fdVal(FileDescriptor descriptor);
}
