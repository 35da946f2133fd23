package io.fdscope.procfs;

import java.io.IOException;

/**
 * Open files of the whole system, from {@code /proc/sys/fs/file-nr}: allocated, free (0 since Linux 2.6), most.
 *
 * <pre>
 * 1184	0	9223372036854775807
 * </pre>
 *
 * @param open file handles allocated, on this kernel; −1 is unknown
 * @param max {@code file-max}, at which every open fails with ENFILE; {@link Long#MAX_VALUE} is no limit, −1 unknown
 */
public record SystemFiles(long open, long max) {
    /** Neither could be read. */
    public static final SystemFiles UNKNOWN = new SystemFiles(Reading.UNKNOWN, Reading.UNKNOWN);

    static SystemFiles parse(KernelLines lines) throws IOException {
        if (!lines.next() || !lines.terminated()) {
            return UNKNOWN;
        }
        long open = lines.decimal();
        lines.skipTokens(1);
        return new SystemFiles(open, lines.decimal());
    }
}
