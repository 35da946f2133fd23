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
    private static final int ATTEMPTS = 64;
    /**
     * So often must an answer be wrong on a number that seemed to hold still, and never right: a file may be closed and
     * another opened under the same path, with a socket in between.
     */
    private static final int WRONG = 16;

    private static final int ABSENT = Integer.MAX_VALUE;
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
        if (calls.isOpen(ABSENT)) {
            throw new IllegalStateException("its answer on descriptor " + ABSENT + " is wrong");
        }
        for (int fd = 0; fd < NUMBERS; fd++) {
            if (isWrong(fd)) {
                throw new IllegalStateException("its answer on descriptor " + fd + " is wrong");
            }
        }
    }

    /**
     * A descriptor may be closed and its number used again between two questions, so its link is read before and after
     * them. One that never holds still tells nothing.
     */
    private boolean isWrong(int fd) throws DescriptorsUnreadableException {
        int wrong = 0;
        for (int attempt = 0; attempt < ATTEMPTS && wrong < WRONG && links.read(fd); attempt++) {
            int mark = links.mark();
            boolean isRight = isRight(fd);
            if (links.read(fd) && links.mark() == mark) {
                if (isRight) {
                    return false;
                }
                wrong++;
            }
        }
        return wrong == WRONG;
    }

    /** Asked right after its link was read. Polls sockets alone, as scans do. */
    private boolean isRight(int fd) {
        links.parse();
        boolean isSocket = links.kind() == DescriptorKind.SOCKET;
        if (!isSocket) {
            return isRightOnFile(fd);
        }
        int type = calls.option(fd, SOL_SOCKET, SO_TYPE);
        return calls.isOpen(fd)
                && calls.pollOne(fd)
                && (calls.revents(0) & KernelCalls.POLLNVAL) == 0
                && calls.stat(fd)
                && calls.isSocket()
                && calls.inode() == links.inode()
                && type >= 1
                && type <= 10;
    }

    /** Where it answers for files it must: a kernel or a sandbox may refuse what it asks. */
    private boolean isRightOnFile(int fd) {
        if (!calls.statsFiles()) {
            return !calls.stat(fd) || !calls.isSocket();
        }
        return calls.stat(fd)
                && !calls.isSocket()
                && (links.kind() != DescriptorKind.PIPE || links.isPath() || calls.inode() == links.inode());
    }
}
