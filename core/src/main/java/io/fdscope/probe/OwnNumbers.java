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
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            inodes = Arrays.copyOf(inodes, 2 * count);
            targets = Arrays.copyOf(targets, 2 * count);
        }
        numbers[count] = fd;
        inodes[count] = inode;
        targets[count++] = target;
    }

    /** Whether the open number is still the file of ours that was met there. */
    boolean take(int fd, long inode) {
        for (int i = 0; i < count; i++) {
            if (numbers[i] == fd) {
                return inodes[i] == inode && own.take(targets[i]);
            }
        }
        return false;
    }
}
