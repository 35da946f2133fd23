package io.fdscope.procfs;

import java.io.IOException;

/**
 * How many descriptors the process may have, {@code RLIMIT_NOFILE} in {@code getrlimit(2)}.
 *
 * <p>From the eighth line of {@code /proc/self/limits} (soft, hard, unit):
 *
 * <pre>
 * Limit                     Soft Limit           Hard Limit           Units
 * Max open files            1024                 1048576              files
 * </pre>
 *
 * @param soft the limit in force; a call that would pass it fails with EMFILE
 * @param hard how far the process may raise the soft limit
 */
public record Limits(long soft, long hard) {
    /** No limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** Neither could be read. */
    public static final Limits UNKNOWN = new Limits(Reading.UNKNOWN, Reading.UNKNOWN);

    static Limits parse(KernelLines lines) throws IOException {
        while (lines.next() && lines.terminated()) {
            if (lines.skip("Max open files ")) {
                long soft = limit(lines);
                long hard = limit(lines);
                return new Limits(soft, hard);
            }
        }
        return UNKNOWN;
    }

    private static long limit(KernelLines lines) {
        lines.skipBlanks();
        if (lines.skip('u')) {
            lines.skipTokens(1);
            return UNLIMITED;
        }
        return lines.decimal();
    }
}
