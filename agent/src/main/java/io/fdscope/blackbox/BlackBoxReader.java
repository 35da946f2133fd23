package io.fdscope.blackbox;

import io.fdscope.row.RowText;
import io.fdscope.sample.TimelinePoint;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a black box file, whoever wrote it: nothing in it is trusted beyond its bounds. */
public final class BlackBoxReader {
    private static final int TRIES = 100;

    private BlackBoxReader() {}

    /**
     * Reads the file.
     *
     * @throws IOException where it cannot be read, or is no black box; the message says which
     */
    public static BlackBox read(Path file) throws IOException {
        Copy copy = copy(file, Layout.SIZE);
        for (int i = 0; i < TRIES && copy.torn; i++) {
            Thread.onSpinWait();
            copy = copy(file, Layout.SIZE);
        }
        check(file, copy.bytes);
        return parse(copy.bytes, copy.torn);
    }

    /**
     * What who cleans up goes by.
     *
     * @param pidNamespace the one that the file's number belongs to; 0 is unknown
     * @param endedInOrder whether the process said that it ends
     */
    record Head(long pidNamespace, boolean endedInOrder) {}

    /** Reads no more than the head. */
    static Head head(Path file) throws IOException {
        ByteBuffer bytes = copy(file, Layout.AT_NAMES).bytes;
        check(file, bytes);
        return new Head(bytes.getLong(Layout.AT_NAMESPACE), hasEndedInOrder(bytes));
    }

    private static boolean hasEndedInOrder(ByteBuffer bytes) {
        return bytes.getLong(Layout.AT_STATE) == Layout.ENDED;
    }

    /** A copy is whole when no write was under way before it, and none has begun until after it. */
    private record Copy(ByteBuffer bytes, boolean torn) {}

    /** Not by a channel: that takes direct memory, and where we clean up the application may have used all there is. */
    private static Copy copy(Path path, int length) throws IOException {
        byte[] bytes = new byte[length]; // what a file lacks stays empty
        long after;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() != Layout.SIZE && file.length() != Layout.SIZE_WITHOUT_VERDICT) {
                throw new IOException(path + " is no black box of fdscope");
            }
            int at = 0;
            for (int read = 0; read >= 0 && at < length; read = file.read(bytes, at, length - at)) {
                at += read;
            }
            file.seek(Layout.AT_SEQUENCE);
            after = Long.reverseBytes(file.readLong()); // which reads big-endian
        }
        ByteBuffer copied = ByteBuffer.wrap(bytes).order(Layout.ORDER);
        long before = copied.getLong(Layout.AT_SEQUENCE);
        return new Copy(copied, (before & 1) != 0 || after != before);
    }

    private static void check(Path file, ByteBuffer bytes) throws IOException {
        if (bytes.getLong(Layout.AT_MAGIC) != Layout.MAGIC) {
            throw new IOException(file + " is no black box of fdscope");
        }
        long format = bytes.getLong(Layout.AT_FORMAT);
        if (format != Layout.FORMAT && format != Layout.FORMAT_WITHOUT_VERDICT) {
            throw new IOException(file + " has format " + format + ", written by another version of fdscope; this one"
                    + " reads formats " + Layout.FORMAT_WITHOUT_VERDICT + " and " + Layout.FORMAT);
        }
    }

    private static BlackBox parse(ByteBuffer bytes, boolean torn) {
        return new BlackBox(
                bytes.getLong(Layout.AT_PID),
                bytes.getLong(Layout.AT_START),
                bytes.getLong(Layout.AT_START_TICKS),
                hasEndedInOrder(bytes),
                torn,
                bytes.getLong(Layout.AT_FAULTS),
                figures(bytes),
                timeline(bytes),
                facts(bytes),
                text(bytes, Layout.AT_VERDICT, Layout.AT_SUSPECTS),
                RowText.parse(text(bytes, Layout.AT_SUSPECTS, Layout.SIZE)),
                Math.max(0, bytes.getLong(Layout.AT_LEFT_OUT)));
    }

    private static Map<String, Number> figures(ByteBuffer bytes) {
        List<String> names =
                text(bytes, Layout.AT_NAMES, Layout.AT_VALUES).lines().toList();
        Map<String, Number> figures = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), Layout.MAX_FIGURES); i++) {
            int at = Layout.AT_VALUES + i * 8;
            String name = names.get(i);
            if (name.startsWith("D ")) {
                figures.put(name.substring(2), bytes.getDouble(at));
            } else if (name.startsWith("J ")) {
                figures.put(name.substring(2), bytes.getLong(at));
            }
        }
        return figures;
    }

    private static List<TimelinePoint> timeline(ByteBuffer bytes) {
        long written = Math.max(0, bytes.getLong(Layout.AT_POINTS));
        List<TimelinePoint> points = new ArrayList<>();
        for (long i = Math.max(0, written - Layout.POINTS); i < written; i++) {
            int at = Layout.AT_TIMELINE + (int) (i % Layout.POINTS) * Layout.POINT_BYTES;
            points.add(new TimelinePoint(
                    bytes.getLong(at), bytes.getLong(at + 8), bytes.getLong(at + 16), bytes.getLong(at + 24)));
        }
        return points;
    }

    private static Map<String, String> facts(ByteBuffer bytes) {
        Map<String, String> facts = new LinkedHashMap<>();
        text(bytes, Layout.AT_FACTS, Layout.AT_VERDICT).lines().forEach(line -> {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                facts.put(line.substring(0, blank), line.substring(blank + 1));
            }
        });
        return facts;
    }

    private static String text(ByteBuffer bytes, int at, int end) {
        long length = Math.max(0, Math.min(bytes.getLong(at), end - at - 8));
        byte[] utf8 = new byte[(int) length];
        bytes.get(at + 8, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
