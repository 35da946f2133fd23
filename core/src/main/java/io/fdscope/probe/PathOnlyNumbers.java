package io.fdscope.probe;

import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import java.io.IOException;

/**
 * Explains why the kernel counts more than was found: by numbers opened with O_PATH, where {@link KernelCalls#isOpen} takes
 * them for free ones, and by numbers that a blocked {@code accept(2)} has set aside. The former are found by listing the
 * folder, but only when the difference is new, and the same in two scans, which it is not where sockets come and go. What is
 * left is taken for granted until the difference gets smaller.
 */
final class PathOnlyNumbers {
    private final KernelCalls calls;
    private final DescriptorLinks links;
    private final Look look;
    private long lastDifference;
    /** What was left after the folder was listed. */
    private long explained;

    private long setAside;
    private boolean first = true;

    PathOnlyNumbers(KernelCalls calls, DescriptorLinks links, Look look) {
        this.calls = calls;
        this.links = links;
        this.look = look;
    }

    /** How many of those that the kernel counts are not open, as far as is known; 0 or more. */
    long setAside() {
        return setAside;
    }

    /** @param expected how many the kernel counts; −1 is unknown */
    void audit(TableUpdate update, long expected) throws IOException {
        if (expected < 0) {
            return;
        }
        long difference = Math.max(0, expected - look.found());
        boolean settled = first || difference == lastDifference;
        lastDifference = difference;
        if (difference > setAside && difference != explained && settled) {
            first = false;
            list(update);
            difference = Math.max(0, expected - look.found());
            lastDifference = difference;
            explained = difference;
        }
        setAside = difference == explained ? difference : Math.min(setAside, difference);
    }

    private void list(TableUpdate update) throws IOException {
        if (calls.statsFiles()) {
            return;
        }
        for (int fd : links.list()) {
            if (!update.isPresent(fd) && !calls.isOpen(fd) && links.read(fd)) {
                look.pathOnly(fd);
            }
        }
    }
}
