package io.fdscope.origin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sites seen so far. What makes a site is its head and the next frames outside the JDK, {@link
 * CreationSite#tellingFrames}: how a factory goes about it makes no other site, nor does reflection, which shows a call in
 * two ways. Bounded at {@value #MOST_SITES} sites. Those make room first that have no socket and never dropped any, then those whose last drop
 * is the longest ago. Not thread safe.
 */
final class SiteTable {
    static final int MOST_SITES = 1000;

    /** What makes a site the same as another. */
    private record Key(OpenedBy openedBy, List<StackTraceElement> frames) {}

    private final Map<Key, TracedSite> sites = new HashMap<>();
    /** The same by their full stacks, which saves looking at every frame of every socket. Bounded alike. */
    private final Map<Key, TracedSite> byStack = new HashMap<>();

    /** The site of a stack; empty where there is no room for another, or the JVM was told to leave stacks out. */
    Optional<TracedSite> of(OpenedBy openedBy, Throwable stack) {
        StackTraceElement[] frames = stack.getStackTrace();
        if (frames.length == 0) {
            return Optional.empty();
        }
        Key full = new Key(openedBy, Arrays.asList(frames));
        TracedSite known = byStack.get(full);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TracedSite> found = find(CreationSite.of(openedBy, frames));
        found.ifPresent(site -> remember(full, site));
        return found;
    }

    /** All of them. */
    List<TracedSite> all() {
        return List.copyOf(sites.values());
    }

    void clear() {
        sites.clear();
        byStack.clear();
    }

    private Optional<TracedSite> find(CreationSite site) {
        Key key = new Key(site.openedBy(), site.tellingFrames());
        TracedSite known = sites.get(key);
        if (known == null && hasRoom()) {
            known = new TracedSite(site);
            sites.put(key, known);
        }
        return Optional.ofNullable(known);
    }

    private boolean hasRoom() {
        if (sites.size() >= MOST_SITES) {
            byStack.clear();
            sites.values().removeIf(TracedSite::isIdle);
        }
        if (sites.size() >= MOST_SITES) {
            sites.values().stream()
                    .filter(site -> site.openCount() == 0)
                    .min(TracedSite::byLastDrop)
                    .ifPresent(sites.values()::remove);
        }
        return sites.size() < MOST_SITES;
    }

    private void remember(Key full, TracedSite site) {
        if (byStack.size() >= MOST_SITES) {
            byStack.clear();
        }
        byStack.put(full, site);
    }
}
