package io.fdscope.blackbox;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whether processes live, and which pid namespace their numbers belong to; from {@code /proc}. */
public final class Liveness {
    private static final int START_TIME = 19; // field 22 of proc(5), counted from the state

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
            String state = stat(pid)[0];
            return !state.equals("Z") && !state.equals("X");
        } catch (IOException notLinuxOrGone) {
            return ProcessHandle.of(pid).isPresent();
        }
    }

    /** When a process began, in clock ticks since the machine did; 0 where that is not known. */
    public static long startTicks(long pid) {
        try {
            return Long.parseLong(stat(pid)[START_TIME]);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException notLinuxOrGone) {
            return 0;
        }
    }

    /**
     * Whether a process's ticks are counted from the same moment as ours: a time namespace may begin elsewhere. False where
     * that is not for us to know.
     */
    public static boolean isInOurTime(long pid) {
        try {
            Path ours = Files.readSymbolicLink(Path.of("/proc/self/ns/time"));
            return ours.equals(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns", "time")));
        } catch (NoSuchFileException olderKernel) {
            return true;
        } catch (IOException notForUs) {
            return false;
        }
    }

    /** What follows the name in {@code 4242 (a name) S 1 ...}. Not by a channel, see {@link BlackBoxReader}. */
    private static String[] stat(long pid) throws IOException {
        String stat;
        try (InputStream in = new FileInputStream("/proc/" + pid + "/stat")) {
            stat = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        return stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
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
