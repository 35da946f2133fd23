package io.fdscope.examples.incident;

import io.fdscope.examples.incident.Screen.Look;
import java.time.Duration;

/** The third act: what the verdict leaves open, whether the program still holds its sockets, is tried out. */
final class Proof {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final Stage stage;
    private final Fall fall;

    Proof(Stage stage, Fall fall) {
        this.stage = stage;
        this.fall = fall;
    }

    /** Has the service give up its pool, has fdscope collect the garbage, and shows how the count falls. */
    void show() throws DemoFailure, InterruptedException {
        Screen screen = stage.screen();
        stage.heading("Does the program still hold them? The service gives up its pool, and");
        screen.line(screen.as(Look.HEADING, "fdscope has the garbage collected: collectGarbageAndCompare, over JMX"));
        stage.service().order("letgo");
        stage.service().await(ServiceAnswer.LET_GO, ANSWER);
        screen.line(fall.nextRow().recovering(screen));
        String outcome = stage.management().collectGarbageAndCompare();
        showTheCountFall(screen);
        stage.quote(new VerdictView(outcome).lines());
        stage.blackBox().awaitNewScan(ANSWER);
        stage.heading("The verdict afterwards");
        stage.quote(new VerdictView(stage.blackBox().verdict()).firstSentences());
        screen.line("With relief=gc fdscope collects by itself: when critical, and drops are proven.");
    }

    private void showTheCountFall(Screen screen) throws DemoFailure, InterruptedException {
        long few = stage.blackBox().count("softLimit") / 10;
        long deadline = System.nanoTime() + ANSWER.toNanos();
        LiveRow row = fall.nextRow();
        while (stage.blackBox().count("unidentifiedSocketCount") > few && System.nanoTime() < deadline) {
            screen.line(row.recovering(screen));
            row = fall.nextRow();
        }
        screen.line(row.recovering(screen));
    }
}
