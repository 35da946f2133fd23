package io.fdscope.procfs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Which open files are our own, so that they are left out of what is reported. Files are told by their target: as many
 * of a target are ours as we opened of it. What we open is chosen so that nobody else holds it open as a rule.
 */
public final class OwnFiles {
    private static final String DELETED = " (deleted)";

    private final Map<String, Integer> opened = new HashMap<>();
    private final Map<String, Integer> left = new HashMap<>();
    private int changes;

    /** Says that we hold one more descriptor on {@code target}, as {@code readlink} shows it. */
    public synchronized void opened(String target) {
        changes++;
        opened.merge(target, 1, Integer::sum);
    }

    /** Says that we have closed one descriptor on {@code target}. */
    public synchronized void closed(String target) {
        changes++;
        opened.computeIfPresent(target, (t, count) -> count == 1 ? null : count - 1);
    }

    /** Says that every descriptor on {@code file} is ours: the agent's own jar. */
    public synchronized void claim(Path file) {
        changes++;
        opened.put(file.toString(), Integer.MAX_VALUE);
    }

    /** Another number after every change of what is ours. */
    public synchronized int changes() {
        return changes;
    }

    /** Starts a scan: all of ours are to be found again. */
    public synchronized void startScan() {
        left.clear();
        left.putAll(opened);
    }

    /** Whether a descriptor with this target, met in the scan, is one of ours. */
    public synchronized boolean take(String target) {
        String name = withoutMark(target);
        Integer count = left.get(name);
        if (count == null || count == 0) {
            return false;
        }
        left.put(name, count - 1);
        return true;
    }

    /** The kernel now and then drops its name for a file under /proc/self/net that is open, and then calls it deleted. */
    private static String withoutMark(String target) {
        return target.endsWith(DELETED) ? target.substring(0, target.length() - DELETED.length()) : target;
    }
}
