package io.fdscope.examples.incident;

import java.util.List;
import java.util.Set;

/**
 * What {@code lsof} says about a process.
 *
 * @param pid of the process
 */
record ListOpenFiles(long pid) {
    private static final Set<String> SOCKET_TYPES =
            Set.of("sock", "IPv4", "IPv6", "unix", "netlink", "pack", "raw", "raw6");

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
    Observation observe() throws InterruptedException {
        String source = "lsof -nP -p " + pid;
        return new Tool("lsof", "-nP", "-w", "-p", Long.toString(pid), "-Fft")
                .lines()
                .map(lines -> counted(source, lines))
                .orElseGet(() -> Observation.absent(source, Tool.NOT_INSTALLED));
    }

    static Observation counted(String source, List<String> lines) {
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
}
