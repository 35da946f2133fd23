/**
 * The only place that reads {@code /proc}. Files are opened once and kept open, and numbers are probed rather than
 * listed, so that all of it works with not one descriptor left. Everything here is used by one thread at a time.
 *
 * <p>Sources: {@code proc(5)}, and the kernel's {@code Documentation/filesystems/proc.rst} and
 * {@code Documentation/networking/proc_net_tcp.rst}.
 */
package io.fdscope.procfs;
