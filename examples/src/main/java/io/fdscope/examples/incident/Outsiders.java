package io.fdscope.examples.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system's own tools say about a process. {@code ss} and sockstat know no process: theirs is the whole host's
 * figure.
 *
 * @param pid of the process
 */
record Outsiders(long pid) {
    private static final String NOT_INSTALLED = "not installed";
    private static final Set<String> SOCKET_TYPES =
            Set.of("sock", "IPv4", "IPv6", "unix", "netlink", "pack", "raw", "raw6");
    private static final Pattern SS_TCP = Pattern.compile("TCP:.*closed (\\d+),.*timewait (\\d+).*");
    private static final Pattern SOCKSTAT_TCP = Pattern.compile("TCP: inuse (\\d+) .*alloc (\\d+) .*");
    private static final Pattern SOCKSTAT_TCP6 = Pattern.compile("TCP6: inuse (\\d+).*");

    /**
     * {@code lsof}, told to print one field a line. A descriptor is two lines; what is mapped, or a folder, is no number:
     *
     * <pre>
     * fmem
     * tREG
     * f4
     * tsock
     * </pre>
     */
    Observation lsof() throws InterruptedException {
        String source = "lsof -nP -p " + pid;
        return new Tool("lsof", "-nP", "-w", "-p", Long.toString(pid), "-Fft")
                .lines()
                .map(lines -> countedByLsof(source, lines))
                .orElseGet(() -> Observation.absent(source, NOT_INSTALLED));
    }

    private static Observation countedByLsof(String source, List<String> lines) {
        long open = 0;
        long sockets = 0;
        long unidentified = 0;
        boolean isDescriptor = false;
        for (String line : lines) {
            if (line.startsWith("f")) {
                isDescriptor = line.matches("f\\d+");
                open += isDescriptor ? 1 : 0;
            } else if (line.startsWith("t") && isDescriptor) {
                String type = line.substring(1);
                sockets += SOCKET_TYPES.contains(type) ? 1 : 0;
                unidentified += type.equals("sock") ? 1 : 0;
            }
        }
        return new Observation(source, open, sockets, unidentified, Observation.UNTOLD, "");
    }

    /** {@code TCP:   4052 (estab 0, closed 4051, orphaned 0, timewait 6)}; closed counts those in TIME_WAIT too. */
    Observation ss() throws InterruptedException {
        String source = "ss -s";
        return new Tool("ss", "-s")
                .lines()
                .map(lines -> Observation.ofKernel(source, number(lines, SS_TCP, 1) - number(lines, SS_TCP, 2)))
                .orElseGet(() -> Observation.absent(source, NOT_INSTALLED));
    }

    /** {@code TCP: inuse 1 orphan 0 tw 6 alloc 4046 mem 65}, and in sockstat6 {@code TCP6: inuse 0}. */
    Observation sockstat() {
        String source = "/proc/net/sockstat";
        try {
            List<String> lines = linesOf("sockstat");
            List<String> lines6 = linesOf("sockstat6");
            long inUse = number(lines, SOCKSTAT_TCP, 1) + Math.max(0, number(lines6, SOCKSTAT_TCP6, 1));
            return Observation.ofKernel(source, number(lines, SOCKSTAT_TCP, 2) - inUse);
        } catch (IOException e) {
            return Observation.absent(source, "not readable");
        }
    }

    private static List<String> linesOf(String name) throws IOException {
        Path file = Path.of("/proc/net", name);
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of();
    }

    private static long number(List<String> lines, Pattern pattern, int group) {
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return Long.parseLong(matcher.group(group));
            }
        }
        return Observation.UNTOLD;
    }
}
