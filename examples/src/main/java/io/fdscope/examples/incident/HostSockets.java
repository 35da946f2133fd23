package io.fdscope.examples.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ss} and the kernel's sockstat say: they know no process, theirs is a figure of the whole host. */
final class HostSockets {
    private static final Pattern SS_TCP = Pattern.compile("TCP:.*closed (\\d+),.*timewait (\\d+).*");
    private static final Pattern SOCKSTAT_TCP = Pattern.compile("TCP: inuse (\\d+) .*alloc (\\d+) .*");
    private static final Pattern SOCKSTAT_TCP6 = Pattern.compile("TCP6: inuse (\\d+).*");

    private HostSockets() {}

    /** {@code TCP:   4052 (estab 0, closed 4051, orphaned 0, timewait 6)}; closed counts those in TIME_WAIT too. */
    static Observation ss() throws InterruptedException {
        String source = "ss -s";
        return new Tool("ss", "-s")
                .lines()
                .map(lines -> Observation.ofKernel(source, number(lines, SS_TCP, 1) - number(lines, SS_TCP, 2)))
                .orElseGet(() -> Observation.absent(source, Tool.NOT_INSTALLED));
    }

    /** {@code TCP: inuse 1 orphan 0 tw 6 alloc 4046 mem 65}, and in sockstat6 {@code TCP6: inuse 0}. */
    static Observation sockstat() {
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
