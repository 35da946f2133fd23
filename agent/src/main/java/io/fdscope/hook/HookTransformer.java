package io.fdscope.hook;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts the hooks in. Stays registered while they are in: whoever else has a class transformed again, as the flight
 * recorder of JDK 17 does when a recording starts, makes the JVM begin from the original.
 */
public final class HookTransformer implements ClassFileTransformer {
    private final Map<String, List<Place>> byClass = new HashMap<>();
    private final Map<String, Set<Place>> found = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Faults faults;

    /** @param points what is to be hooked; any of its places will do */
    public HookTransformer(List<HookPoint> points, Faults faults) {
        this.faults = faults;
        for (HookPoint point : points) {
            for (Place place : point.places()) {
                add(place);
            }
        }
    }

    /** One place may serve two points. */
    private void add(Place place) {
        List<Place> places = byClass.get(place.owner());
        if (places == null) {
            places = new ArrayList<>();
            byClass.put(place.owner(), places);
        }
        if (!places.contains(place)) {
            places.add(place);
        }
    }

    /** The classes it wants to see, {@code sun/nio/ch/Net}. */
    public Set<String> classes() {
        return byClass.keySet();
    }

    /** The hooks that are in. */
    public Set<Place> found() {
        Set<Place> all = new HashSet<>();
        for (Set<Place> ofClass : found.values()) {
            all.addAll(ofClass);
        }
        return all;
    }

    /** Leaves a class as it is from now on: the JVM does not take what was made of it. */
    void refuse(String className) {
        refused.add(className);
        found.remove(className);
    }

    /** Says that no hook is in any more. */
    public void forget() {
        found.clear();
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String className, Class<?> before, ProtectionDomain domain, byte[] original) {
        if (loader != null || className == null || !byClass.containsKey(className) || refused.contains(className)) {
            return null;
        }
        try {
            HookedClass hooked = new HookedClass(original, byClass.get(className));
            found.put(className, hooked.found());
            return hooked.code();
        } catch (Throwable e) {
            faults.record(Edge.HOOK, e);
            found.remove(className);
            return null;
        }
    }
}
