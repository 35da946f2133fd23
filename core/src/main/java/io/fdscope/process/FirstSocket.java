package io.fdscope.process;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SpareDescriptors;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JVM's first close of a socket makes a helper socket pair in a static initialiser ({@code FileDispatcherImpl} on 17).
 * Where that fails for want of descriptors, no socket can be closed ever after. So one is opened and closed while there
 * is room for all of it; without room this would do the very harm it is there to prevent.
 */
final class FirstSocket {
    /** One for the socket, two for the pair, one that somebody may take meanwhile. */
    private static final int ROOM = 4;

    private final Path procRoot;
    private final Faults faults;
    private volatile boolean allowed;
    private boolean done;

    FirstSocket(Path procRoot, Faults faults) {
        this.procRoot = procRoot;
        this.faults = faults;
    }

    /** It may be done now, or as soon as there is room. */
    void allow() {
        allowed = true;
        closeIfRoom();
    }

    /** Does it if it may be, has not been, and there is room. Never throws. */
    synchronized void closeIfRoom() {
        if (done || !allowed) {
            return;
        }
        try {
            if (hasRoom()) {
                done = true;
                SocketChannel.open().close();
            }
        } catch (Throwable e) {
            faults.record(Edge.START, e);
        }
    }

    /** Whether a handful of descriptors can be opened now; true where nothing can be told: not on Linux. */
    boolean hasRoom() {
        if (!Files.isReadable(procRoot.resolve("self/limits"))) {
            return true;
        }
        try (SpareDescriptors room = new SpareDescriptors(procRoot, ROOM, new OwnFiles())) {
            room.topUp(Reading.UNKNOWN);
            return room.held() == ROOM;
        }
    }
}
