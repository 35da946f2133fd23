package io.fdscope.trace;

import java.util.List;
import java.util.Set;

/**
 * Something that tracing wants to know of.
 *
 * @param name for people: {@code release of a stream socket}
 * @param places where the JDK does it; the JDKs differ, and any one of them will do
 */
record HookPoint(String name, List<Place> places) {
    HookPoint {
        places = List.copyOf(places);
    }

    boolean isAmong(Set<Place> hooked) {
        for (Place place : places) {
            if (hooked.contains(place)) {
                return true;
            }
        }
        return false;
    }
}
