package io.fdscope.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Where a process can be reached, from {@code /proc}. */
final class Listeners {
    private static final String LISTEN = "0A";

    private Listeners() {}

    /** {@code tcp6 00000000000000000000000000000000:1F90}: those that listen, and all of UDP's. */
    static Set<String> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> own = inodes(process.resolve("fd"));
        Set<String> found = new TreeSet<>();
        for (String table : Set.of("tcp", "tcp6", "udp", "udp6")) {
            for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
                // sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode
                String[] fields = line.strip().split("\\s+", -1);
                boolean reachable = table.startsWith("udp") || fields[3].equals(LISTEN);
                if (reachable && own.contains(fields[9])) {
                    found.add(table + " " + fields[1]);
                }
            }
        }
        return found;
    }

    /** 4711 of {@code socket:[4711]}. */
    private static Set<String> inodes(Path fds) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(fds)) {
            for (Path link : links) {
                String target = Files.isSymbolicLink(link)
                        ? Files.readSymbolicLink(link).toString()
                        : "";
                if (target.startsWith("socket:[")) {
                    inodes.add(target.replaceAll("\\D", ""));
                }
            }
        }
        return inodes;
    }
}
