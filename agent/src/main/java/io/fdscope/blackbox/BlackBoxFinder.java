package io.fdscope.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the black boxes of a process's number: under our temporary folder, under {@code /tmp}, for a process in a container
 * under its own root with its own number there, and, for one with another temporary folder, wherever it has mapped it. Only
 * a file that belongs to the owner of the process counts (of a dead process: to us), so that nobody can speak for another's
 * process.
 */
public final class BlackBoxFinder {
    /** At the end of a line {@code 7f11-7f21 rw-s 00000000 08:01 4711       /var/tmp/fdscope_app/4242}. */
    private static final Pattern MAPPED = Pattern.compile(
            "/(?:.*/)?" + BlackBoxFolder.PREFIX + "[^/\n]+/\\d+$", Pattern.MULTILINE | Pattern.UNIX_LINES);

    private final Path temporary;

    /** @param temporary {@code java.io.tmpdir} */
    public BlackBoxFinder(Path temporary) {
        this.temporary = temporary;
    }

    /** Those in the usual places that we may trust and read. An earlier process of this number may have left one. */
    public List<Path> find(long pid) throws IOException {
        return trusted(candidates(pid), pid);
    }

    /**
     * What a living process has mapped that is named as a black box is, as far as we may trust and read it. To be asked
     * last: the kernel may wait here for a process that hangs on a file server.
     */
    public List<Path> findMapped(long pid) throws IOException {
        return trusted(mapped(pid), pid);
    }

    /** Who has left a black box of a dead process of this number, where it is not for us to read; empty where nobody has. */
    public Optional<UserPrincipal> otherOwner(long pid) throws IOException {
        for (Path candidate : candidates(pid)) {
            if (Files.isRegularFile(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(Files.getOwner(candidate, LinkOption.NOFOLLOW_LINKS));
            }
        }
        return Optional.empty();
    }

    private static List<Path> trusted(List<Path> candidates, long pid) throws IOException {
        UserPrincipal owner = ownerOf(pid);
        List<Path> trusted = new ArrayList<>();
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(candidate, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                trusted.add(candidate);
            }
        }
        return trusted;
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

    /** Empty where the process is gone, or is not for us to look into. */
    private static List<Path> mapped(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        List<Path> found = new ArrayList<>();
        try {
            Matcher name = MAPPED.matcher(Files.readString(process.resolve("maps"), StandardCharsets.ISO_8859_1));
            while (name.find()) {
                found.add(asSeenFromHere(process, fromKernel(name.group())));
            }
        } catch (IOException | InvalidPathException notForUs) {
            found.clear();
        }
        return found;
    }

    /** Under its own root, unless that is ours: that path outlives it. */
    private static Path asSeenFromHere(Path process, String name) {
        Path inside = Path.of(process + "/root" + name);
        Path here = Path.of(name);
        try {
            return Files.exists(here) && Files.isSameFile(here, inside) ? here : inside;
        } catch (IOException gone) {
            return inside;
        }
    }

    private static String fromKernel(String name) {
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
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
