package io.fdscope.procfs;

/** How the lines of one kind of table under {@code /proc/self/net} are written. */
@FunctionalInterface
interface SocketTableFormat {
    /**
     * Reads the line that {@code lines} stands on.
     *
     * @return false where the line is malformed
     */
    boolean parse(KernelLines lines, SocketRow row);
}
