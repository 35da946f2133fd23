package io.fdscope.procfs;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * The links of {@code /proc/self/fd}, one at a time by number: what {@code readlink(2)} says, and for paths what
 * {@code stat(2)} says. Reading a link needs no free descriptor and touches no file system but proc.
 *
 * <pre>
 * 0 -&gt; /dev/null      5 -&gt; socket:[31337]      7 -&gt; anon_inode:[eventpoll]      9 -&gt; /tmp/spool file (deleted)
 * </pre>
 */
public final class DescriptorLinks {
    private static final String DELETED = " (deleted)";
    private static final Path UNTOLD = Path.of("");
    private static final int TYPE_MASK = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int BLOCK_DEVICE = 0060000;
    private static final int FIFO = 0010000;

    private final File folder;
    private final String prefix;
    private Path link;
    private Path targetPath;
    private String target = "";
    private DescriptorKind kind = DescriptorKind.OTHER;
    private long inode = Descriptor.NO_INODE;
    private boolean isPath;
    private boolean isLocalFile;
    private final long rootDevice;

    /** @param fdFolder {@code /proc/self/fd} */
    public DescriptorLinks(Path fdFolder) {
        this.folder = fdFolder.toFile();
        this.prefix = fdFolder + "/";
        this.link = fdFolder;
        this.targetPath = fdFolder;
        this.rootDevice = rootDevice();
    }

    /**
     * Lists the numbers that are open, rising. Takes a descriptor for as long as it lasts, which is listed too.
     *
     * @return empty where they cannot be listed now
     */
    public int[] list() {
        String[] names = folder.list();
        if (names == null) {
            return new int[0];
        }
        return Arrays.stream(names)
                .filter(name -> name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9'))
                .mapToInt(Integer::parseInt)
                .sorted()
                .toArray();
    }

    /**
     * Reads the link of one number.
     *
     * @return false where the number is not open
     * @throws DescriptorsUnreadableException where the kernel does not let us look
     */
    public boolean read(int fd) throws DescriptorsUnreadableException {
        link = Path.of(prefix + fd); // less garbage than Path.resolve
        try {
            targetPath = Files.readSymbolicLink(link);
        } catch (NoSuchFileException e) {
            return false;
        } catch (AccessDeniedException | NotLinkException e) {
            throw new DescriptorsUnreadableException(e);
        } catch (IOException e) {
            // Open, and its name cannot be told: a path longer than the kernel's page is ENAMETOOLONG.
            targetPath = UNTOLD;
        }
        return true;
    }

    /**
     * A number other than 0 that changes when the target does: a 32-bit hash, found without making a string. While it is
     * the same, what {@link #parse} said last time holds; so does what {@link #lookAtPath} said, unless the same path was
     * closed and another file opened under it and under the same number, as when a log is rotated.
     */
    public int mark() {
        int hash = targetPath.hashCode();
        return hash == 0 ? 1 : hash;
    }

    /** Takes the link apart; only then do the accessors below say something about it. */
    public void parse() {
        target = targetPath.toString();
        isPath = false;
        inode = Descriptor.NO_INODE;
        if (target.startsWith("socket:")) {
            kind = DescriptorKind.SOCKET;
            inode = target.startsWith("socket:[") ? bracketed("socket:[".length()) : Descriptor.NO_INODE;
        } else if (target.startsWith("pipe:[")) {
            kind = DescriptorKind.PIPE;
            inode = bracketed("pipe:[".length());
        } else if (target.startsWith("anon_inode:")) {
            kind = anonymous();
        } else {
            kind = DescriptorKind.OTHER;
            isPath = !looksLikeNamespace();
        }
    }

    /** What the link says, as it is: may hold blanks and newlines. */
    public String target() {
        return target;
    }

    /** The kind, as far as the link tells; {@link DescriptorKind#OTHER} for a path until {@link #lookAtPath}. */
    public DescriptorKind kind() {
        return kind;
    }

    /** The inode, as far as the link tells; −1 where it does not. */
    public long inode() {
        return inode;
    }

    /** Whether the target is a path, whose kind only {@link #lookAtPath} can tell. */
    public boolean isPath() {
        return isPath;
    }

    /**
     * Follows the link to tell a path's kind and inode. May block where the path lies on a dead network file system, so
     * it is not done in every scan: once for each descriptor, and now and then for those of {@link #isLocalFile}.
     */
    public void lookAtPath() {
        isLocalFile = false;
        try {
            Map<String, Object> seen = Files.readAttributes(link, "unix:mode,ino,nlink,dev");
            int type = (int) seen.get("mode") & TYPE_MASK;
            inode = ((Number) seen.get("ino")).longValue();
            kind = kind(type, ((Number) seen.get("nlink")).longValue() == 0);
            isLocalFile = type == REGULAR && isLocal(((Number) seen.get("dev")).longValue());
        } catch (IOException | UnsupportedOperationException e) {
            inode = Descriptor.NO_INODE;
            kind = target.endsWith(DELETED) ? DescriptorKind.DELETED_FILE : DescriptorKind.OTHER;
        }
    }

    /**
     * Whether {@link #lookAtPath} has just seen a regular file that it can look at again without fear of blocking: one on a
     * block device, or on the file system of the root folder, without which the JVM stands still anyway. Network file
     * systems have no device, nor do tmpfs and some others.
     */
    public boolean isLocalFile() {
        return isLocalFile;
    }

    private boolean isLocal(long device) {
        return major(device) != 0 || device == rootDevice;
    }

    /** {@code makedev(3)}: 12 bits of the major number above the low byte of the minor, the rest above 32 bits. */
    private static long major(long device) {
        return (device >>> 8 & 0xfff) | (device >>> 32 & ~0xfffL);
    }

    private static long rootDevice() {
        try {
            return ((Number) Files.getAttribute(Path.of("/"), "unix:dev")).longValue();
        } catch (IOException | UnsupportedOperationException e) {
            return 0; // Never a device of a file.
        }
    }

    private DescriptorKind kind(int type, boolean unlinked) throws IOException {
        return switch (type) {
            case REGULAR -> {
                if (target.startsWith("/memfd:") && unlinked) {
                    yield DescriptorKind.MEMFD;
                }
                yield unlinked || isDeletedName() ? DescriptorKind.DELETED_FILE : DescriptorKind.REGULAR_FILE;
            }
            case DIRECTORY -> DescriptorKind.DIRECTORY;
            case CHARACTER_DEVICE, BLOCK_DEVICE -> DescriptorKind.DEVICE;
            case FIFO -> DescriptorKind.PIPE;
            default -> DescriptorKind.OTHER;
        };
    }

    /** The kernel marks an unlinked name with a suffix that a living file may bear as its real name. */
    private boolean isDeletedName() throws IOException {
        if (!target.endsWith(DELETED)) {
            return false;
        }
        return !Files.exists(targetPath, LinkOption.NOFOLLOW_LINKS) || !Files.isSameFile(targetPath, link);
    }

    private DescriptorKind anonymous() {
        return switch (target) {
            case "anon_inode:[eventfd]" -> DescriptorKind.EVENTFD;
            case "anon_inode:[eventpoll]" -> DescriptorKind.EVENTPOLL;
            default -> DescriptorKind.ANON_INODE;
        };
    }

    /** {@code net:[4026531840]}, {@code pidfd:[1021]}: a word, a colon, a number in brackets. */
    private boolean looksLikeNamespace() {
        int colon = target.indexOf(":[");
        if (colon <= 0 || target.indexOf('/') >= 0) {
            return false;
        }
        inode = bracketed(colon + 2);
        return inode != Descriptor.NO_INODE;
    }

    /** The number from {@code start} up to the closing bracket at the end. */
    private long bracketed(int start) {
        int end = target.length() - 1;
        if (end <= start || target.charAt(end) != ']') {
            return Descriptor.NO_INODE;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = target.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return Descriptor.NO_INODE;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
