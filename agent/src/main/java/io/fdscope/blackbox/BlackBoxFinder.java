package io.fdscope.blackbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the black box of a process: under our temporary folder, under {@code /tmp}, and, for a process in a container,
 * under its own root with its own number there. Only a file that belongs to the owner of the process counts (of a dead
 * process: to us), so that nobody can speak for another's process.
 */
public final class BlackBoxFinder {
    private final Path temporary;

    /** @param temporary {@code java.io.tmpdir} */
    public BlackBoxFinder(Path temporary) {
        this.temporary = temporary;
    }

    /** The file, or empty where that process has none that we may trust and read. */
    public Optional<Path> find(long pid) throws IOException {
        UserPrincipal owner = ownerOf(pid);
        for (Path candidate : candidates(pid)) {
            if (Files.isRegularFile(candidate, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(candidate, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static UserPrincipal ownerOf(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        return Files.getOwner(Files.exists(process) ? process : Path.of("/proc/self"));
    }

    private List<Path> candidates(long pid) throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (Path root : new LinkedHashSet<>(List.of(temporary, Path.of("/tmp")))) {
            addUnder(root, Long.toString(pid), candidates);
        }
        Path itsRoot = Path.of("/proc", Long.toString(pid), "root", "tmp");
        for (String number : numbersInside(pid)) {
            addUnder(itsRoot, number, candidates);
        }
        return candidates;
    }

    private static void addUnder(Path root, String name, List<Path> candidates) throws IOException {
        if (Files.isDirectory(root) && Files.isReadable(root)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, BlackBoxFolder.PREFIX + "*")) {
                folders.forEach(folder -> candidates.add(folder.resolve(name)));
            }
        }
    }

    /** The numbers of a process in its own namespaces: {@code NSpid:	4711	1}. */
    private static Set<String> numbersInside(long pid) throws IOException {
        Set<String> numbers = new LinkedHashSet<>();
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("NSpid:")) {
                    numbers.addAll(
                            List.of(line.substring("NSpid:".length()).strip().split("\\s+")));
                }
            }
        }
        return numbers;
    }
}
