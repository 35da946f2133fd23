package io.fdscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Says how far the reading of a long file is, a line for each tenth. */
final class Progress implements DoubleConsumer {
    private static final long LONG = 20_000_000;
    private static final int PARTS = 10;

    private final Path file;
    private final PrintWriter err;
    private final boolean isLong;
    private int told;

    Progress(Path file, PrintWriter err) {
        this.file = file;
        this.err = err;
        isLong = size(file) >= LONG;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // Whoever reads it says so.
        }
    }

    @Override
    public void accept(double share) {
        int part = (int) (share * PARTS);
        if (isLong && part > told) {
            told = part;
            new Screen(err).print("fdscope: reading " + file.getFileName() + ": " + part * 100 / PARTS + " %\n");
        }
    }
}
