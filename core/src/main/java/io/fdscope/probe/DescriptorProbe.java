package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorTable;
import java.io.IOException;

/** A way of finding out kind, inode, protocol, state and addresses of every descriptor. Used by one thread at a time. */
public interface DescriptorProbe extends AutoCloseable {
    /** {@code tables}, {@code jdk} or {@code ffm}. */
    String name();

    /**
     * Looks at every descriptor once. Needs no free descriptor.
     *
     * @param last the table of the scan before, or an empty one
     * @param epochMillis the time now, milliseconds since 1970
     * @throws IOException where the kernel does not let us look; nothing is known then, and the next scan may be tried
     */
    ProbeResult scan(DescriptorTable last, long epochMillis) throws IOException;

    /**
     * Says that the application has made its network settings: from now on code of the JDK may be used that fixes them.
     * From any thread.
     */
    default void hostIsReady() {}

    /** Gives up what it holds open. */
    @Override
    void close();
}
