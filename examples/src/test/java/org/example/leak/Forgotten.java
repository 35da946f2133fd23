package org.example.leak;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is reachable for ever and looked at by nobody. */
final class Forgotten {
    private static final Queue<Object> ALL = new ConcurrentLinkedQueue<>();

    private Forgotten() {}

    static void keep(Object object) {
        ALL.add(object);
    }
}
