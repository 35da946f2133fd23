package io.fdscope.cli;

import io.fdscope.blackbox.BlackBox;
import io.fdscope.blackbox.BlackBoxFinder;
import io.fdscope.blackbox.BlackBoxReader;
import io.fdscope.blackbox.Liveness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a process leaves in its black box; needs nothing of the process, not even that it lives. */
final class BlackBoxSource implements StatusSource, HealthSource, VerdictReader {
    /** Clocks of a process's start, as the kernel and the JDK round them, differ by less than this. */
    private static final long SAME_START_MILLIS = 2000;

    private final long pid;

    BlackBoxSource(long pid) {
        this.pid = pid;
    }

    @Override
    public Status read() throws UserError {
        return status(box());
    }

    @Override
    public Health health() throws UserError {
        BlackBox box = box();
        return new Health(status(box), box.suspects());
    }

    @Override
    public Explanation explain() throws UserError {
        BlackBox box = box();
        if (box.verdict().isEmpty()) {
            throw new UserError(
                    "the black box of process " + pid + " holds no verdict: it has just been started, or its"
                            + " fdscope is of a version that judges nothing");
        }
        String note = Stream.of(note(box, isSameProcess(box)), leftOut(box.suspectsLeftOut()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new Explanation("black box", Long.toString(pid), note, box.verdict(), box.suspects());
    }

    private static String leftOut(long suspects) {
        if (suspects == 0) {
            return "";
        }
        return (suspects == 1 ? "one more suspect has" : suspects + " more suspects have")
                + " no room in the black box: ask by JMX";
    }

    /** The one of the process that lives; where it has none, the last that one of its number has left. */
    BlackBox box() throws UserError {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            BlackBoxFinder finder = new BlackBoxFinder(temporary);
            BlackBoxes found = new BlackBoxes();
            found.read(finder.find(pid));
            if (found.readable().stream().noneMatch(this::isSameProcess)) {
                found.read(finder.findMapped(pid));
            }
            if (found.isEmpty()) {
                throw nothingFound(temporary, finder);
            }
            return Collections.max(
                    found.readable(),
                    Comparator.comparing(this::isSameProcess).thenComparingLong(BlackBox::startEpochMillis));
        } catch (IOException e) {
            throw new UserError("cannot read the black box of process " + pid + ": " + e.getMessage(), e);
        }
    }

    /** Those that can be read, and why another cannot. */
    private static final class BlackBoxes {
        private final List<BlackBox> readable = new ArrayList<>();
        private IOException reason;

        void read(List<Path> files) {
            for (Path file : files) {
                try {
                    readable.add(BlackBoxReader.read(file));
                } catch (IOException e) {
                    reason = e;
                }
            }
        }

        List<BlackBox> readable() {
            return readable;
        }

        /** Whether there is none at all. */
        boolean isEmpty() throws IOException {
            if (readable.isEmpty() && reason != null) {
                throw reason;
            }
            return readable.isEmpty();
        }
    }

    Status status(BlackBox box) {
        boolean alive = isSameProcess(box);
        Map<String, Number> figures = new LinkedHashMap<>(box.figures());
        figures.put("faultCount", box.faults());
        figures.put("leakSuspectCount", standing(box));
        return new Status("black box", Long.toString(pid), alive, note(box, alive), figures, box.facts());
    }

    /** Those that stand come first, so that few of them are among what has no room. */
    private static long standing(BlackBox box) {
        return box.verdict().isEmpty()
                ? -1
                : box.suspects().stream()
                        .filter(suspect -> suspect.text("state").equals("standing"))
                        .count();
    }

    private String note(BlackBox box, boolean alive) {
        if (alive) {
            return box.torn() ? "the process was stopped while it wrote: the figures may be of two moments" : "";
        }
        if (Liveness.isAlive(pid)) {
            return ofAnother(box);
        }
        String end = box.endedInOrder() ? "has ended in good order" : "is dead (killed or crashed)";
        return "process " + pid + " " + end + "; this is the last it wrote";
    }

    /** A container that is started anew has the number that it had before. */
    private String ofAnother(BlackBox box) {
        String which = box.endedInOrder()
                ? "an earlier process " + pid + " wrote this, and has ended in good order"
                : "an earlier process " + pid + ", or one of another container, wrote this";
        return which + "; the process " + pid + " that runs now has no black box (yet)";
    }

    /** A process may have got the number of a dead one. */
    private boolean isSameProcess(BlackBox box) {
        if (!Liveness.isAlive(pid)) {
            return false;
        }
        long ticks = Liveness.startTicks(pid);
        if (box.startTicks() == 0 || ticks == 0) {
            return isOfSameTime(box);
        }
        return box.startTicks() == ticks || (!Liveness.isInOurTime(pid) && isOfSameTime(box));
    }

    /** True of the process itself until somebody sets the clock. */
    private boolean isOfSameTime(BlackBox box) {
        Optional<Instant> start =
                ProcessHandle.of(pid).flatMap(living -> living.info().startInstant());
        return start.isEmpty()
                || box.startEpochMillis() == 0
                || Math.abs(start.get().toEpochMilli() - box.startEpochMillis()) < SAME_START_MILLIS;
    }

    /** Why, and what to do about it. */
    private UserError nothingFound(Path temporary, BlackBoxFinder finder) throws IOException {
        if (!Liveness.isAlive(pid)) {
            String found = finder.otherOwner(pid)
                    .map(owner -> "the black box that one has left is " + owner + "'s: run it as " + owner + " ("
                            + AttachTarget.sudo(owner) + ")")
                    .orElse("no black box of one; 'jps -l' lists the JVMs");
            return new UserError("there is no process " + pid + ", and " + found);
        }
        AttachTarget process = new AttachTarget(pid);
        try {
            process.checkProcess();
        } catch (UserError known) {
            return known;
        }
        if (process.isElsewhere()) {
            return new UserError("process " + pid + " runs in another container and has no black box there: start it"
                    + " with -javaagent:fdscope.jar, or copy fdscope.jar into the container and run 'java -jar fdscope.jar"
                    + " attach PID' there (docker exec, kubectl exec), with its process id there");
        }
        return new UserError("process " + pid + " has no black box under " + temporary + " that you may read: 'fdscope"
                + " attach " + pid
                + "' puts fdscope into it, or start it with -javaagent:fdscope.jar; the black box is"
                + " there two seconds later");
    }
}
