package io.fdscope.cli;

import io.fdscope.origin.GivenName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check says.
 *
 * @param state how it stands
 * @param text why; one line
 * @param figures for graphs; none where nothing could be read
 */
record CheckResult(CheckState state, String text, List<PerformanceFigure> figures) {
    /** Makes the text one line, without the sign that parts it from the figures: a poller would read on behind either. */
    CheckResult {
        text = new GivenName(text).oneLine().replaceAll("[| ]+", " ").strip();
        figures = List.copyOf(figures);
    }

    /** Nothing can be said, for this reason. */
    static CheckResult unknown(String reason) {
        return new CheckResult(CheckState.UNKNOWN, reason, List.of());
    }

    /** {@code FDSCOPE OK - 62 of 16,384 open ... | open=62;...}, with its line end. */
    String line() {
        String graphs = figures.stream().map(PerformanceFigure::toString).collect(Collectors.joining(" "));
        return "FDSCOPE " + state + " - " + text + (graphs.isEmpty() ? "" : " | " + graphs) + "\n";
    }
}
