package io.fdscope.jmc.items;

import java.util.Arrays;

/** Moments that can be counted by range; sorted once all are there. */
final class Moments {
    private static final int FIRST_SIZE = 16;

    private long[] nanos = new long[FIRST_SIZE];
    private int size;

    void add(long moment) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = moment;
    }

    /** There are no more. */
    void sort() {
        nanos = Arrays.copyOf(nanos, size);
        Arrays.sort(nanos);
    }

    long count(TimeRange range) {
        return before(range.toNanos()) - before(range.fromNanos());
    }

    private long before(long moment) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
