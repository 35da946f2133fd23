package io.fdscope.descriptor;

/** What a file descriptor refers to. */
public enum DescriptorKind {
    REGULAR_FILE("regularFile"),
    /** A regular file without a name left: {@code rm}'d while open; its blocks are freed at close. */
    DELETED_FILE("deletedFile"),
    DIRECTORY("directory"),
    SOCKET("socket"),
    /** A pipe or a FIFO. */
    PIPE("pipe"),
    EVENTFD("eventfd"),
    EVENTPOLL("eventpoll"),
    /** Any other anonymous inode: inotify, timerfd, signalfd, io_uring, bpf, perf events, pidfd before 6.9. */
    ANON_INODE("anonInode"),
    /** A character or block device. */
    DEVICE("device"),
    /** Anonymous memory with a file interface, {@code memfd_create(2)}. */
    MEMFD("memfd"),
    /** Whatever is none of the above: namespaces, pidfs, message queues, or a target that could not be looked at. */
    OTHER("other");

    private static final DescriptorKind[] VALUES = values();

    private final String label;

    DescriptorKind(String label) {
        this.label = label;
    }

    /** Name in JMX maps, JSON and meter tags. */
    public String label() {
        return label;
    }

    /** The group that the counts in JMX and JFR use. */
    public DescriptorGroup group() {
        return switch (this) {
            case REGULAR_FILE, DELETED_FILE, DIRECTORY, MEMFD -> DescriptorGroup.FILE;
            case SOCKET -> DescriptorGroup.SOCKET;
            case PIPE -> DescriptorGroup.PIPE;
            case EVENTFD, EVENTPOLL, ANON_INODE -> DescriptorGroup.ANON_INODE;
            case DEVICE, OTHER -> DescriptorGroup.OTHER;
        };
    }

    static DescriptorKind ofOrdinal(int ordinal) {
        return VALUES[ordinal];
    }
}
