package io.fdscope.probe;

import java.nio.ByteBuffer;

/**
 * The counters of {@code struct tcp_info}, {@code include/uapi/linux/tcp.h}; they outlive the connection. Offsets:
 *
 * <pre>
 * 0 u8 tcpi_state   5 u8 tcpi_options   120 u64 tcpi_bytes_acked   128 u64 tcpi_bytes_received   200 u64 tcpi_bytes_sent   208 u64 tcpi_bytes_retrans
 * </pre>
 *
 * The struct has only ever grown at its end: the first two are there since Linux 4.1, the others since 4.19. The
 * acknowledged ones include the SYN of who connected, and a FIN. Options are known once both sides have agreed on them.
 */
final class TcpTraffic {
    private static final int OPTIONS = 5;
    /** TCPI_OPT_TIMESTAMPS, TCPI_OPT_SACK, TCPI_OPT_WSCALE. */
    private static final int AGREED = 1 | 2 | 4;

    private static final int ACKED = 120;
    private static final int RECEIVED = 128;
    private static final int SENT = 200;
    private static final int RETRANSMITTED = 208;
    private static final int LEAST = RECEIVED + Long.BYTES;
    private static final int FULL = RETRANSMITTED + Long.BYTES;

    private boolean agreed;
    private long acked;
    private long received;
    private long sent;
    private boolean sentKnown;

    /**
     * Takes what the kernel wrote.
     *
     * @return false where it is too short to tell anything
     */
    boolean read(ByteBuffer from, int offset, int length) {
        if (length < LEAST) {
            return false;
        }
        agreed = (from.get(offset + OPTIONS) & AGREED) != 0;
        acked = from.getLong(offset + ACKED);
        received = from.getLong(offset + RECEIVED);
        sentKnown = length >= FULL;
        sent = sentKnown ? from.getLong(offset + SENT) - from.getLong(offset + RETRANSMITTED) : 0;
        return true;
    }

    /** Whether it ever got an answer from the other side. */
    boolean wasConnected() {
        return agreed || acked > 0 || received > 0 || sent > 0;
    }

    /** Whether, beyond its data, two more of its own were acknowledged: SYN and FIN. */
    boolean isFinAcknowledged() {
        return sentKnown && acked >= sent + 2;
    }
}
