package io.fdscope.monitor;

import java.util.Arrays;
import java.util.List;

/** All live platform threads of this JVM, found without a safepoint. */
final class JvmThreads {
    private static final int ROOM_FOR_NEW = 64;

    private JvmThreads() {}

    static List<Thread> all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[2 * root.activeCount() + ROOM_FOR_NEW];
        int count = root.enumerate(threads);
        return List.of(Arrays.copyOf(threads, count));
    }
}
