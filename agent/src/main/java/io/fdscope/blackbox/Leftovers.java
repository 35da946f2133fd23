package io.fdscope.blackbox;

import io.fdscope.procfs.NoDescriptorLeft;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What processes that are gone have left in the folder. Containers may share it, each with its own process numbers; a
 * file of another pid namespace counts as living while it is written to, unless its process has said that it ends. A
 * container that is started anew in place has another namespace, and the number that it had before.
 */
final class Leftovers {
    private static final int KEPT_AFTER_DEATH = 32;
    /** Writers touch their file once a minute, see {@link BlackBoxWriter}. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    private final Path folder;
    private final long namespace = Liveness.pidNamespace();

    Leftovers(Path folder) {
        this.folder = folder;
    }

    /** Removes the files of the dead but for the 32 that died last, and files that were never finished. */
    void prune() throws IOException {
        List<Path> dead = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*")) {
            for (Path file : files) {
                if (isUnfinished(file)) {
                    delete(file);
                } else if (isDead(file)) {
                    dead.add(file);
                }
            }
        }
        dead.sort(Comparator.comparing(file -> -file.toFile().lastModified()));
        for (Path file : dead.subList(Math.min(KEPT_AFTER_DEATH, dead.size()), dead.size())) {
            delete(file);
        }
    }

    /**
     * Whether a process of another pid namespace may still write to this file.
     *
     * @throws IOException where no descriptor is left to find out
     */
    boolean isTaken(Path file) throws IOException {
        Optional<BlackBoxReader.Head> foreign = foreign(file);
        return foreign.isPresent() && !isOver(foreign.get(), file);
    }

    private boolean isDead(Path file) throws IOException {
        if (!number(file).matches("\\d{1,18}")) {
            return false;
        }
        Optional<BlackBoxReader.Head> foreign = foreign(file);
        return foreign.isPresent() ? isOver(foreign.get(), file) : !Liveness.isAlive(Long.parseLong(number(file)));
    }

    private static boolean isOver(BlackBoxReader.Head foreign, Path file) {
        return foreign.endedInOrder() || isSilent(file);
    }

    private static boolean isUnfinished(Path file) {
        return number(file).endsWith(BlackBoxWriter.UNFINISHED) && isSilent(file);
    }

    /** Its head, where it is of another pid namespace. */
    private Optional<BlackBoxReader.Head> foreign(Path file) throws IOException {
        try {
            return Optional.of(BlackBoxReader.head(file)).filter(head -> head.pidNamespace() != namespace);
        } catch (IOException e) {
            if (NoDescriptorLeft.is(e)) {
                throw e; // It may be somebody's all the same.
            }
            return Optional.empty(); // No black box, or gone by now.
        }
    }

    private static boolean isSilent(Path file) {
        return System.currentTimeMillis() - file.toFile().lastModified() > SILENT.toMillis();
    }

    private static String number(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void delete(Path file) throws IOException {
        try {
            Files.delete(file);
        } catch (NoSuchFileException goneAlready) {
            // Another process of ours was faster.
        }
    }
}
