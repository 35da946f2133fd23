package io.fdscope.probe;

import io.fdscope.descriptor.EndpointPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A kernel whose open numbers are the links of a folder. All sockets are established TCP connections; what is asked of it
 * is written down.
 */
final class FakeKernel implements KernelCalls {
    private static final int SO_TYPE = 3;
    private static final int SO_DOMAIN = 39;
    private static final int SOL_SOCKET = 1;
    private static final int AF_INET6 = 10;
    private static final int TCP = 6;
    private static final int ESTABLISHED = 1;
    private static final int POLLOUT = 4;

    final List<Integer> polled = new ArrayList<>();
    final List<Integer> askedIfOpen = new ArrayList<>();
    final List<Integer> pollSizes = new ArrayList<>();
    /** Opened with O_PATH. */
    final Set<Integer> pathOnly = new HashSet<>();
    /** Whether it answers as {@code ffm} does, or as {@code jdk}. */
    boolean statsFiles;

    /** Every stat is refused. */
    boolean refusesStat;

    boolean tellsNamespaces;
    /** So many polls are refused before one is not. */
    int refusals;

    Runnable duringPoll = () -> {};

    private final Path folder;
    private final int[] numbers = new int[MOST_POLLED];
    private String met = "";
    private boolean pollable;

    FakeKernel(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public KernelCalls another() {
        FakeKernel same = new FakeKernel(folder);
        same.statsFiles = statsFiles;
        return same;
    }

    @Override
    public boolean isOpen(int fd) {
        askedIfOpen.add(fd);
        pollable = !target(fd).isEmpty() && !target(fd).startsWith("/");
        return !target(fd).isEmpty() && !(statsFiles && refusesStat) && (statsFiles || !pathOnly.contains(fd));
    }

    @Override
    public boolean isPollable() {
        return pollable && !statsFiles;
    }

    @Override
    public void prepare(int from, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = from + i;
        }
    }

    @Override
    public void leaveOut(int index) {
        numbers[index] = NONE;
    }

    @Override
    public boolean poll(int count) {
        duringPoll.run();
        pollSizes.add(count);
        for (int i = 0; i < count; i++) {
            if (numbers[i] != NONE) {
                polled.add(numbers[i]);
            }
        }
        return refusals-- <= 0;
    }

    @Override
    public int revents(int index) {
        return target(numbers[index]).isEmpty() ? POLLNVAL : POLLOUT;
    }

    @Override
    public boolean stat(int fd) {
        met = target(fd);
        if (refusesStat) {
            return false;
        }
        return isSocket() || (statsFiles && isOpen(fd));
    }

    @Override
    public boolean isSocket() {
        return met.startsWith("socket:");
    }

    @Override
    public long inode() {
        return isSocket() ? Long.parseLong(met.substring("socket:[".length(), met.length() - 1)) : inode(Path.of(met));
    }

    @Override
    public boolean isUnlinked() {
        return false;
    }

    @Override
    public boolean statsFiles() {
        return statsFiles;
    }

    @Override
    public int option(int fd, int level, int name) {
        if (!target(fd).startsWith("socket:")) {
            return NONE;
        }
        if (level != SOL_SOCKET) {
            return ESTABLISHED;
        }
        return switch (name) {
            case SO_DOMAIN -> AF_INET6;
            case SO_TYPE -> 1;
            default -> TCP;
        };
    }

    @Override
    public int localPort(int fd) {
        return 1;
    }

    @Override
    public int netlinkPort(int fd) {
        return 1;
    }

    @Override
    public boolean hasPeer(int fd) {
        return true;
    }

    @Override
    public String path(int fd) {
        return "";
    }

    @Override
    public void ends(int fd, EndpointPair into) {
        into.clear();
        into.localPort = fd;
    }

    @Override
    public void learnNamespace() {}

    @Override
    public boolean tellsNamespaces() {
        return tellsNamespaces;
    }

    /** Every other one. */
    @Override
    public boolean isForeign(int fd) {
        return tellsNamespaces && fd % 2 == 1;
    }

    @Override
    public boolean traffic(int fd, TcpTraffic into) {
        return false;
    }

    private String target(int fd) {
        Path link = folder.resolve(Integer.toString(fd));
        try {
            return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long inode(Path file) {
        try {
            return Files.exists(file) ? (long) Files.getAttribute(file, "unix:ino") : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
