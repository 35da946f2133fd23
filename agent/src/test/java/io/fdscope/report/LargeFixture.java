package io.fdscope.report;

import static io.fdscope.report.ReportFixture.START;
import static io.fdscope.report.ReportFixture.column;
import static io.fdscope.report.ReportFixture.map;

import io.fdscope.report.ReportFixture.Leak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much as a report may hold: 2,000 points, 240 buckets, 500 stacks of 60 frames. */
final class LargeFixture {
    static final int STACKS = 500;
    private static final int FRAMES = 60;
    private static final int BUCKETS = 240;

    private LargeFixture() {}

    static Map<String, Object> recording() {
        Map<String, Object> recording = IncidentFixture.recording("large.jfr", new Leak(1999, 100, 1.9));
        recording.put("stacks", column(STACKS, LargeFixture::stack));
        recording.put("buckets", map("startMillis", START, "widthMillis", 8_330, "count", BUCKETS));
        recording.put(
                "creations", map("items", column(STACKS, LargeFixture::creation), "leftOut", 77, "known", "Sampled."));
        return recording;
    }

    /** Paths part at every tenth frame, as in a busy server. */
    private static List<String> stack(int number) {
        List<String> frames = new ArrayList<>();
        frames.add("sun.nio.ch.Net.socket(Net.java:500)");
        for (int depth = FRAMES - 2; depth > 0; depth--) {
            int branch = number % (1 << Math.min(9, depth / 6));
            frames.add("com.example.service%d.Layer%d.call%d(Layer%d.java:%d)"
                    .formatted(branch % 7, depth, branch, depth, 10 + branch));
        }
        frames.add("java.lang.Thread.run(Thread.java:840)");
        return frames;
    }

    private static Object creation(int number) {
        List<Object> created = column(BUCKETS, bucket -> List.of(bucket, 1 + (number * 7 + bucket) % 5));
        return map(
                "stack",
                number,
                "openedBy",
                "socket",
                "created",
                created,
                "stillOpen",
                List.of(List.of(number % BUCKETS, 1)));
    }
}
