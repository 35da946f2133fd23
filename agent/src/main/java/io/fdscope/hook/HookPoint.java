package io.fdscope.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something in the JDK that we want to know of.
 *
 * @param name for people: {@code release of a stream socket}
 * @param places where the JDK does it; the JDKs differ, and any one of them will do
 */
public record HookPoint(String name, List<Place> places) {
    public HookPoint {
        places = List.copyOf(places);
    }

    /** Whether one of its places is among these. */
    public boolean isAmong(Set<Place> hooked) {
        for (Place place : places) {
            if (hooked.contains(place)) {
                return true;
            }
        }
        return false;
    }

    /** The names of those that have no place among these. */
    public static List<String> missing(List<HookPoint> points, Set<Place> hooked) {
        List<String> missing = new ArrayList<>();
        for (HookPoint point : points) {
            if (!point.isAmong(hooked)) {
                missing.add(point.name());
            }
        }
        return missing;
    }
}
