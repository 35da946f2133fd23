package io.fdscope.jfr.dump;

import java.io.RandomAccessFile;
import java.util.Optional;

/** What keeps the flight recorder from aborting the JVM for want of a descriptor. */
public interface RecorderGuard {
    /** Whether it can not do so now. */
    boolean isInPlace();

    /** The file that the recorder writes to now or has written to last; never to be closed or written to. */
    Optional<RandomAccessFile> lastChunk();
}
