package io.fdscope.procfs;

import io.fdscope.procfs.SocketTables.Outcome;
import java.io.IOException;
import java.util.function.Consumer;

/** Whatever lists the sockets of this network namespace; {@link SocketTables} asks the kernel. */
public interface SocketListing extends AutoCloseable {
    /**
     * Passes every socket on.
     *
     * @param visitor gets the same object for each row, good until it returns
     * @throws IOException if the kernel fails a read
     */
    Outcome read(Consumer<SocketRow> visitor) throws IOException;

    @Override
    void close();
}
