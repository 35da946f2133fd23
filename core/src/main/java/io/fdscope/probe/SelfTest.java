package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.DescriptorsUnreadableException;

/**
 * Holds the answers of native calls against the links of {@code /proc/self/fd}, so that a kernel or JDK that lays things
 * out in another way than we think is noticed before anybody relies on them.
 */
final class SelfTest {
    private static final int NUMBERS = 256;
    private static final int ATTEMPTS = 3;
    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;

    private final KernelCalls calls;
    private final DescriptorLinks links;

    SelfTest(KernelCalls calls, DescriptorLinks links) {
        this.calls = calls;
        this.links = links;
    }

    /** @throws IllegalStateException if an answer is wrong */
    void run() throws DescriptorsUnreadableException {
        int count = NUMBERS;
        calls.prepare(0, count);
        while (count > 1 && !calls.poll(count)) {
            count /= 2;
        }
        for (int fd = 0; fd < count; fd++) {
            for (int attempt = 1; !isRight(fd); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("its answer on descriptor " + fd + " is wrong");
                }
            }
        }
    }

    /** A descriptor may be closed and its number used again between two questions. */
    private boolean isRight(int fd) throws DescriptorsUnreadableException {
        if (!calls.pollOne(fd) || (calls.revents(0) & KernelCalls.POLLNVAL) != 0) {
            return true;
        }
        if (!links.read(fd) || !calls.stat(fd)) {
            return false;
        }
        links.parse();
        boolean isSocket = links.kind() == DescriptorKind.SOCKET;
        if (!isSocket) {
            return !calls.isSocket();
        }
        int type = calls.option(fd, SOL_SOCKET, SO_TYPE);
        return calls.isSocket() && calls.inode() == links.inode() && type >= 1 && type <= 10;
    }
}
