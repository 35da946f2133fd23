package io.fdscope.report;

import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.RemoteEnds;
import io.fdscope.recording.Traffic;
import java.io.IOException;
import java.util.List;

/** Remote ends as JSON. */
final class ConnectsJson {
    static final int MOST = 200;
    private static final double NANOS = 1e6;

    private final RecordingContent content;
    private final Json json;

    ConnectsJson(RecordingContent content, Json json) {
        this.content = content;
        this.json = json;
    }

    void connects() throws IOException {
        List<RemoteEnds.End> ends = content.connects().ends();
        List<RemoteEnds.End> most = ends.subList(0, Math.min(MOST, ends.size()));
        json.array("items", most, this::end);
        json.count(
                "leftOut",
                content.connects().leftOut()
                        + ends.subList(most.size(), ends.size()).stream()
                                .mapToLong(end -> end.attempts().total())
                                .sum());
    }

    private void end(RemoteEnds.End end) throws IOException {
        address(end.address());
        json.count("attempts", end.attempts().total());
        json.count("failed", end.failed().total());
        json.array("failures", end.failures().entrySet(), failure -> {
            json.text("text", failure.getKey());
            json.count("count", failure.getValue());
        });
        json.fraction("longestMillis", end.longestNanos() / NANOS);
        json.fraction("totalMillis", end.totalNanos() / NANOS);
        json.pairs("attemptsByBucket", end.attempts().byIndex());
        json.pairs("failedByBucket", end.failed().byIndex());
    }

    private void address(RemoteEnds.Address address) throws IOException {
        json.text("host", address.host());
        json.text("address", address.address());
        json.count("port", address.port());
    }

    void traffic() throws IOException {
        List<Traffic.Talk> talks = content.traffic().talks();
        List<Traffic.Talk> most = talks.subList(0, Math.min(MOST, talks.size()));
        json.array("items", most, talk -> {
            address(talk.address());
            json.count("reads", talk.reads());
            json.count("writes", talk.writes());
            json.count("bytesRead", talk.bytesRead());
            json.count("bytesWritten", talk.bytesWritten());
            json.fraction("longestMillis", talk.longestNanos() / NANOS);
        });
        json.count(
                "leftOut",
                content.traffic().leftOut()
                        + talks.subList(most.size(), talks.size()).stream()
                                .mapToLong(talk -> talk.reads() + talk.writes())
                                .sum());
    }
}
