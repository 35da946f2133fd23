package io.fdscope.trace;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Puts the hooks in. Stays registered while they are in: whoever else has a class transformed again, as the flight
 * recorder of JDK 17 does when a recording starts, makes the JVM begin from the original.
 */
final class HookTransformer implements ClassFileTransformer {
    private final Map<String, List<Place>> byClass;
    private final Map<String, Set<Place>> found = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Faults faults;

    HookTransformer(List<HookPoint> points, Faults faults) {
        this.faults = faults;
        byClass = points.stream()
                .flatMap(point -> point.places().stream())
                .distinct()
                .collect(Collectors.groupingBy(Place::owner));
    }

    /** The classes it wants to see, {@code sun/nio/ch/Net}. */
    Set<String> classes() {
        return byClass.keySet();
    }

    /** The hooks that are in. */
    Set<Place> found() {
        return found.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Leaves a class as it is from now on: the JVM does not take what was made of it. */
    void refuse(String className) {
        refused.add(className);
        found.remove(className);
    }

    /** Says that no hook is in any more. */
    void forget() {
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
