package io.fdscope.blackbox;

import java.nio.ByteOrder;

/**
 * Where things stand in the file, format 2. All numbers are 8 bytes, little-endian. The names of the figures stand in
 * the file, so that another version's command line can read it.
 *
 * <pre>
 *      0  magic, 8 bytes                    8  format, 2
 *     16  process id                       24  start of the process, epoch milliseconds
 *     32  sequence: odd while a write is under way
 *     40  state: 1 running, 2 ended in good order
 *     48  number of figures                56  points written to the timeline so far
 *     64  faults of our own               72  inode of the pid namespace, 0 is unknown
 *     80  suspects for which there was no room
 *     88  start of the process, clock ticks since the machine's; 0 is unknown
 *    128  names: text, one figure a line, J for a whole number or D for a fraction, a blank, the name
 *   8192  values, 8 bytes each
 *  10240  timeline: a ring of 600 points of 32 bytes: epoch milliseconds, open, sockets, unidentified
 *  29440  facts: text, one "name value" a line
 *  32768  verdict: text for people
 *  49152  suspects: text, rows as in {@link io.fdscope.row.RowText}
 * </pre>
 *
 * A text is a length followed by so many bytes of UTF-8. Format 1 had neither verdict nor suspects, and ended there.
 */
final class Layout {
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    static final long MAGIC = 0x31_45_50_4f_43_53_44_46L; // "FDSCOPE1" read as little-endian
    static final long FORMAT = 2;
    static final long FORMAT_WITHOUT_VERDICT = 1;

    static final int AT_MAGIC = 0;
    static final int AT_FORMAT = 8;
    static final int AT_PID = 16;
    static final int AT_START = 24;
    static final int AT_SEQUENCE = 32;
    static final int AT_STATE = 40;
    static final int AT_FIGURES = 48;
    static final int AT_POINTS = 56;
    static final int AT_FAULTS = 64;
    static final int AT_NAMESPACE = 72;
    static final int AT_LEFT_OUT = 80;
    static final int AT_START_TICKS = 88;
    static final int AT_NAMES = 128;
    static final int AT_VALUES = 8192;
    static final int AT_TIMELINE = 10240;
    static final int AT_FACTS = 29440;
    static final int AT_VERDICT = 32768;
    static final int AT_SUSPECTS = 49152;
    static final int SIZE = 65536;
    static final int SIZE_WITHOUT_VERDICT = 32768;

    static final int MAX_FIGURES = (AT_TIMELINE - AT_VALUES) / 8;
    static final int POINTS = 600;
    static final int POINT_BYTES = 32;

    static final long RUNNING = 1;
    static final long ENDED = 2;

    private Layout() {}
}
