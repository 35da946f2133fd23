package io.fdscope.report;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.event.FieldNames;
import io.fdscope.jfr.recording.ReadRecording;
import io.fdscope.recording.Missing;
import io.fdscope.recording.ProcessFacts;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
import io.fdscope.recording.Series;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One recording as JSON. */
final class RecordingJson {
    private static final Map<String, String> USAGE = usage();

    private final ReadRecording recording;
    private final RecordingContent content;
    private final Json json;
    private final StackIndex stacks = new StackIndex();

    RecordingJson(ReadRecording recording, Json json) {
        this.recording = recording;
        this.content = recording.content();
        this.json = json;
    }

    private static Map<String, String> usage() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(FieldNames.OPEN_COUNT, "open");
        names.put(FieldNames.SOCKET_COUNT, "sockets");
        names.put(FieldNames.UNIDENTIFIED_SOCKET_COUNT, "unidentified");
        names.put(FieldNames.HELD_AFTER_CLOSE_COUNT, "heldAfterClose");
        names.put(FieldNames.FILE_COUNT, "files");
        names.put(FieldNames.PIPE_COUNT, "pipes");
        names.put(FieldNames.ANON_INODE_COUNT, "anonInodes");
        names.put(FieldNames.OTHER_COUNT, "others");
        return names;
    }

    void write() throws IOException {
        json.text("name", String.valueOf(recording.file().getFileName()));
        json.count("bytes", recording.bytes());
        json.count("chunks", recording.chunks());
        json.count("startMillis", content.startMillis());
        json.count("endMillis", content.endMillis());
        json.texts("problems", recording.problems());
        json.array("missing", Missing.in(content), this::missing);
        json.object("process", unused -> process());
        json.object("eventCounts", unused -> eventCounts());
        verdicts();
        series();
        json.object("buckets", unused -> buckets());
        json.object("creations", unused -> new CreationsJson(content.creations(), stacks, json).write());
        json.object("connects", unused -> new ConnectsJson(content, json).connects());
        json.object("traffic", unused -> new ConnectsJson(content, json).traffic());
        victims();
        alerts();
        json.texts("confidence", Confidence.in(content));
        stacks.write(json);
    }

    private void missing(Missing missing) throws IOException {
        json.text("what", missing.what());
        json.text("how", missing.how());
    }

    private void process() throws IOException {
        ProcessFacts facts = content.process();
        Optional<ReplayedVerdict> last = content.course().last();
        json.count(
                "pid",
                facts.processIdentifier()
                        .orElse(last.map(ReplayedVerdict::processIdentifier).orElse(-1L)));
        json.text("command", facts.command());
        json.text("jvmArguments", facts.jvmArguments());
        json.text("javaVersion", facts.javaVersion());
        json.text("jvm", facts.jvm());
        json.text("os", facts.operatingSystem());
        json.count("startedMillis", facts.startedMillis());
        long since =
                last.map(each -> each.verdict().tracing().sinceEpochMillis()).orElse(0L);
        json.count("tracingSinceMillis", since == 0 ? -1 : since);
    }

    private void eventCounts() throws IOException {
        for (Map.Entry<String, Long> each : content.eventCounts().entrySet()) {
            json.count(each.getKey(), each.getValue());
        }
    }

    private void verdicts() throws IOException {
        verdict("verdict", content.course().last());
        verdict("worst", content.course().worstBefore());
        verdict("leaking", content.course().leakBefore());
        json.array("course", content.course().changes(), change -> {
            json.count("atMillis", change.epochMillis());
            json.text("level", change.level().label());
            json.text("summary", change.summary());
            json.text("site", change.site());
        });
        json.count("courseLeftOut", content.course().leftOut());
    }

    private void verdict(String name, Optional<ReplayedVerdict> verdict) throws IOException {
        if (verdict.isEmpty()) {
            json.out().writeNullField(name);
        } else {
            json.object(name, unused -> new VerdictJson(verdict.get(), stacks, json).write());
        }
    }

    private void series() throws IOException {
        json.object("usage", unused -> {
            Series usage = content.series().usage();
            List<double[]> points = times(usage);
            for (Map.Entry<String, String> each : USAGE.entrySet()) {
                json.column(each.getValue(), column(usage, points, each.getKey()));
            }
            for (String same : List.of(
                    FieldNames.SOFT_LIMIT, FieldNames.HARD_LIMIT, FieldNames.HEADROOM, FieldNames.GROWTH_PER_MINUTE)) {
                json.column(same, column(usage, points, same));
            }
            double[] millis = column(usage, points, FieldNames.TIME_TO_EXHAUSTION);
            for (int i = 0; i < millis.length; i++) {
                millis[i] /= 1000;
            }
            json.column("secondsToExhaustion", millis);
        });
        json.object("states", unused -> states());
        plain("kernel", content.series().kernel());
        plain("system", content.series().system());
    }

    private void states() throws IOException {
        Series states = content.series().states();
        List<double[]> points = times(states);
        json.object("counts", unused -> {
            for (SocketGroup group : SocketGroup.values()) {
                if (states.highest(group.label()) > 0) {
                    json.column(group.name(), column(states, points, group.label()));
                }
            }
        });
    }

    private void plain(String name, Series series) throws IOException {
        json.object(name, unused -> {
            List<double[]> points = times(series);
            for (String figure : series.names()) {
                json.column(figure, column(series, points, figure));
            }
        });
    }

    private List<double[]> times(Series series) throws IOException {
        List<double[]> points = series.points();
        json.column("epochMillis", points.stream().mapToDouble(row -> row[0]).toArray());
        return points;
    }

    private static double[] column(Series series, List<double[]> points, String figure) {
        int index = series.names().indexOf(figure) + 1;
        return points.stream().mapToDouble(row -> row[index]).toArray();
    }

    private void buckets() throws IOException {
        json.count("startMillis", content.buckets().startMillis());
        json.count("widthMillis", content.buckets().widthMillis());
        json.count("count", content.buckets().count());
    }

    private void victims() throws IOException {
        json.array("exhausted", content.exhaustions().victims(), victim -> {
            json.count("stack", victim.frames().isEmpty() ? -1 : stacks.of(victim.frames()));
            json.text("failure", victim.failure());
            json.count("count", victim.count());
            json.count("firstMillis", victim.firstMillis());
            json.count("lastMillis", victim.lastMillis());
        });
    }

    private void alerts() throws IOException {
        json.array("alerts", content.alerts(), alert -> {
            json.count("atMillis", alert.epochMillis());
            json.text("level", alert.level());
            json.count("openCount", alert.openCount());
            json.count("softLimit", alert.softLimit() == Integer.MAX_VALUE ? -1 : alert.softLimit());
        });
        json.array("faults", content.faults().entrySet(), fault -> {
            json.text("edge", fault.getKey().edge());
            json.text("fault", fault.getKey().text());
            json.count("count", fault.getValue());
        });
    }
}
