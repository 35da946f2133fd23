package io.fdscope.cli;

import io.fdscope.terminal.Stty;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A password, never from the command line, which everybody on the machine can read.
 *
 * @param text at least one character
 */
record Password(String text) {
    private static final int MOST_BYTES = 1024;
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /**
     * The first line of a file; of a pipe, too.
     *
     * @param warn told where others may read the file
     * @throws UserError where it cannot be read or has no first line
     */
    static Password ofFile(Path file, Consumer<String> warn) throws UserError {
        try (InputStream in = Files.newInputStream(file)) {
            if (isForOthers(file)) {
                warn.accept("others may read or change " + file + ": chmod 600 " + file);
            }
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            String line = text.lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw new UserError("the first line of " + file + " is empty: it is to be the password");
            }
            return new Password(line);
        } catch (NoSuchFileException e) {
            throw new UserError("there is no file " + file, e);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Not on Windows, where files have no such permissions. */
    private static boolean isForOthers(Path file) throws IOException {
        return Files.isRegularFile(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWNER.containsAll(Files.getPosixFilePermissions(file));
    }

    /**
     * What the user types, unseen.
     *
     * @throws UserError where nobody is there to be asked
     */
    static Password askedFor(String user) throws UserError {
        if (!Stty.isThere()) {
            throw noTerminal(user);
        }
        Console console = System.console(); // From 22 on there is one without a terminal, too.
        char[] typed = console.readPassword("Password of %s: ", user);
        if (typed == null) {
            throw noTerminal(user);
        }
        if (typed.length == 0) {
            throw new UserError("no password given for " + user);
        }
        return new Password(new String(typed));
    }

    private static UserError noTerminal(String user) {
        return new UserError("there is no terminal to ask for the password of " + user + ": give --password-file FILE");
    }

    @Override
    public String toString() {
        return "a password";
    }
}
