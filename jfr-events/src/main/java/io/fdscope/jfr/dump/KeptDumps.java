package io.fdscope.jfr.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The recordings that this process has written unasked, with their texts. Remembered, not looked for: in containers many
 * processes have the same number. Takes no descriptor. Not thread safe; used by the thread that writes them.
 */
final class KeptDumps {
    private final int most;
    private final Deque<List<Written>> dumps = new ArrayDeque<>();

    /** @param most how many are kept, 1 or more */
    KeptDumps(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    /** Remembers a recording that is there, with the text beside it, or alone where that could not be written. */
    void add(List<Path> files) throws IOException {
        List<Written> dump = new ArrayList<>();
        for (Path file : files) {
            try {
                dump.add(Written.now(file));
            } catch (NoSuchFileException taken) {
                // Whoever has taken it away keeps it.
            }
        }
        dumps.addLast(dump);
    }

    /**
     * Deletes the oldest where there are too many.
     *
     * @return whether it did
     * @throws IOException if one cannot be deleted; it is not tried again
     */
    boolean deleteTooMany() throws IOException {
        if (dumps.size() <= most) {
            return false;
        }
        IOException reason = null;
        for (Written file : dumps.removeFirst()) {
            try {
                file.delete();
            } catch (IOException e) { // For the other it is no reason to stay.
                reason = e;
            }
        }
        if (reason != null) {
            throw reason;
        }
        return true;
    }

    /** A file as we left it: what has been changed or put in its place since belongs to somebody else. */
    private record Written(Path path, Object key, long size, FileTime modified) {
        static Written now(Path path) throws IOException {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Written(path, attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
        }

        void delete() throws IOException {
            try {
                if (now(path).equals(this)) {
                    Files.delete(path);
                }
            } catch (NoSuchFileException taken) {
                // Whoever has taken it away keeps it.
            }
        }
    }
}
