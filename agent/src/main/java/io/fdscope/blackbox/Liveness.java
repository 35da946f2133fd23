package io.fdscope.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether processes live, and which pid namespace their numbers belong to; from {@code /proc}. */
public final class Liveness {
    private Liveness() {}

    /**
     * Whether a process runs. One that is dead and only waits for its parent (state Z or X in {@code /proc/PID/stat})
     * does not; in containers without an init it may wait for ever.
     */
    public static boolean isAlive(long pid) {
        if (ProcessHandle.of(pid).isEmpty()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2); // 4242 (a name) S 1 ...
            return state != 'Z' && state != 'X';
        } catch (IOException | IndexOutOfBoundsException notLinuxOrGone) {
            return ProcessHandle.of(pid).isPresent();
        }
    }

    /** The inode of our pid namespace, {@code pid:[4026531836]}; 0 where it cannot be told. */
    static long pidNamespace() {
        try {
            String name = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return Long.parseLong(name.replaceAll("\\D", ""));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
