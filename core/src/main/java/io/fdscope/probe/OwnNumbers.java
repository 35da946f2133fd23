package io.fdscope.probe;

import io.fdscope.procfs.OwnFiles;
import java.util.Arrays;

/**
 * The numbers at which our own files were met, so that their links are not read in every scan. Good for as long as we
 * open and close nothing.
 */
final class OwnNumbers {
    private final OwnFiles own;
    private int[] numbers = new int[32];
    private long[] inodes = new long[32];
    private String[] targets = new String[32];
    private int count;
    private int changes = -1;
    private boolean areNew;

    OwnNumbers(OwnFiles own) {
        this.own = own;
    }

    /** Starts a scan; what is known is forgotten when something has changed. */
    void start() {
        int now = own.changes();
        areNew = now != changes;
        if (areNew) {
            changes = now;
            count = 0;
        }
        own.startScan();
    }

    /** Whether what is ours has changed since the last scan: a file that was somebody's may be ours now, or not. */
    boolean areNew() {
        return areNew;
    }

    void add(int fd, long inode, String target) {
        int at = indexOf(fd);
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
            inodes = Arrays.copyOf(inodes, 2 * at);
            targets = Arrays.copyOf(targets, 2 * at);
        }
        numbers[at] = fd;
        inodes[at] = inode;
        targets[at] = target;
        count = Math.max(count, at + 1);
    }

    /** Whether the open number is still the file of ours that was met there, with the same inode. */
    boolean take(int fd, long inode) {
        int at = indexOf(fd);
        return at < count && inodes[at] == inode && own.take(targets[at]);
    }

    private int indexOf(int fd) {
        int at = 0;
        while (at < count && numbers[at] != fd) {
            at++;
        }
        return at;
    }
}
