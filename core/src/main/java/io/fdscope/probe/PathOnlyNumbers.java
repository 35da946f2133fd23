package io.fdscope.probe;

import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import java.io.IOException;

/**
 * Finds the numbers opened with O_PATH, which {@code poll(2)} takes for free ones. They show as a difference between the
 * kernel's count and what was found; so do numbers reserved by a blocked {@code accept(2)}. So the folder is listed only
 * when the difference is new, and the same in two scans, which it is not where sockets come and go.
 */
final class PathOnlyNumbers {
    private final KernelCalls calls;
    private final DescriptorLinks links;
    private final Look look;
    private long lastDifference;
    private long explained;
    private boolean first = true;

    PathOnlyNumbers(KernelCalls calls, DescriptorLinks links, Look look) {
        this.calls = calls;
        this.links = links;
        this.look = look;
    }

    /** @param expected how many the kernel counts; −1 is unknown */
    void audit(TableUpdate update, long expected) throws IOException {
        if (expected < 0) {
            return;
        }
        long difference = expected - look.found();
        boolean settled = first || difference == lastDifference;
        lastDifference = difference;
        if (difference <= 0 || difference == explained || !settled) {
            return;
        }
        first = false;
        for (int fd : links.list()) {
            if (!update.isPresent(fd) && isPathOnly(fd)) {
                look.pathOnly(fd);
            }
        }
        lastDifference = expected - look.found();
        explained = lastDifference;
    }

    private boolean isPathOnly(int fd) {
        return calls.pollOne(fd) && (calls.revents(0) & KernelCalls.POLLNVAL) != 0 && calls.stat(fd);
    }
}
