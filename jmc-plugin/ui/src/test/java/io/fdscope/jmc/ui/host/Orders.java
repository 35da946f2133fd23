package io.fdscope.jmc.ui.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Display;

/** The orders that the host knows. */
final class Orders {
    private final Display display;
    /** How jobs have ended since somebody asked. */
    private final List<String> ends = new CopyOnWriteArrayList<>();

    private final Heartbeat heart;
    private OpenPage page;
    private Recorded recorded;

    Orders(Display display) {
        this.display = display;
        heart = new Heartbeat(display);
        Job.getJobManager().addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                ends.add(event.getResult().getSeverity() == IStatus.CANCEL ? "cancelled" : "done");
            }
        });
    }

    /** What there is to say, in lines. */
    String obey(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        String order = words.remove(0);
        return switch (order) {
            case "load" -> load(words);
            case "pace" -> done(() -> recorded = recorded.with(heart));
            case "beats" -> String.valueOf(heart.count());
            case "cancel" -> done(() -> heart.doing(() -> Job.getJobManager().cancel(null)));
            case "uncancel" -> done(() -> heart.doing(() -> {}));
            case "open" -> inDisplay(() -> open(words));
            case "read" -> read();
            case "jobs" -> jobs();
            case "turn" -> inDisplay(() -> done(page::turnAwayAndBack));
            case "close" -> inDisplay(() -> done(page::close));
            case "size" ->
                inDisplay(() -> done(
                        () -> page.shell().setSize(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)))));
            case "shown" -> inDisplay(() -> new ShownItems(page.editor().shown()).text());
            case "shot" -> inDisplay(() -> new Picture(page.shell()).save(words.get(0)));
            default -> inDisplay(() -> new Hands(page).obey(order, words));
        };
    }

    private static String done(Runnable work) {
        work.run();
        return "done";
    }

    /** FILE, or FILE TIMES. */
    private String load(List<String> words) {
        try {
            recorded = Recorded.load(words.get(0)).times(words.size() > 1 ? Integer.parseInt(words.get(1)) : 1);
            return "loaded";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** WIDTH HEIGHT; says what the page says before anything else can happen. */
    private String open(List<String> words) {
        page = new OpenPage(display, recorded, Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)));
        return new Hands(page).obey("text", List.of());
    }

    /** Once nothing is being read any more, and what was read is shown. */
    private String read() {
        jobs();
        return inDisplay(() -> new Hands(page).obey("text", List.of()));
    }

    /** How those have ended that were begun since this was asked. */
    private String jobs() {
        try {
            for (Job job : Job.getJobManager().find(null)) {
                job.join();
            }
            String all = String.join(" ", ends);
            ends.clear();
            return all;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String inDisplay(Callable<String> work) {
        FutureTask<String> task = new FutureTask<>(() -> {
            String said = work.call();
            while (display.readAndDispatch()) {
                // Until all that came of it has been done.
            }
            return said;
        });
        display.syncExec(task);
        try {
            return task.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
