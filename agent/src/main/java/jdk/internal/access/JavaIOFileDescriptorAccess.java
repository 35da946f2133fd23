package jdk.internal.access;

import java.io.FileDescriptor;

/** Stands in for the JDK's own, as {@link SharedSecrets} does. */
public interface JavaIOFileDescriptorAccess {
    /** The number, −1 where it is closed. */
    int get(FileDescriptor descriptor);
}
