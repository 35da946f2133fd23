package io.fdscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedDirectoryStreamException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * A file for the answer of another process, in a folder that only the owner of that process may enter. It stands in the
 * process's own {@code /tmp}, which need not be ours.
 *
 * <p>We may be root, and that owner may do with the folder whatever he likes. So both folders are held open and what is in
 * them is reached through these, never by a path that somebody could lead elsewhere.
 */
final class AnswerFile implements AutoCloseable {
    static final int MOST_BYTES = 64 << 20;

    private static final Path TEMPORARY = Path.of("/tmp");
    private static final Path FILE = Path.of("answer");
    private static final Path UNFINISHED = Path.of("answer.new");
    /** With WRITE, because to open a FIFO for reading alone waits for somebody who writes. */
    private static final Set<OpenOption> OPENING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final SecureDirectoryStream<Path> temporary;
    private final Path name;
    private final SecureDirectoryStream<Path> folder;
    private final UserPrincipal owner;

    private AnswerFile(SecureDirectoryStream<Path> temporary, Path name, UserPrincipal owner) throws IOException {
        this.temporary = temporary;
        this.name = name;
        this.owner = owner;
        folder = temporary.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    }

    @SuppressWarnings("StreamResourceLeak") // The file that is made closes it.
    static AnswerFile make(AttachTarget target) throws IOException {
        Path path = target.outside(TEMPORARY);
        SecureDirectoryStream<Path> temporary = (SecureDirectoryStream<Path>) Files.newDirectoryStream(path);
        try {
            Path name = Files.createTempDirectory(path, "fdscope-answer-").getFileName(); // mode 0700
            AnswerFile file = new AnswerFile(temporary, name, target.owner());
            file.folder
                    .getFileAttributeView(FileOwnerAttributeView.class)
                    .setOwner(file.owner); // changes something for root alone
            return file;
        } catch (IOException | RuntimeException e) {
            temporary.close();
            throw e;
        }
    }

    /** Where the other process sees it. */
    Path insidePath() {
        return TEMPORARY.resolve(name).resolve(FILE);
    }

    boolean isThere() throws IOException {
        try {
            return attributes() != null;
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    /**
     * What it says.
     *
     * @throws UserError where it is nothing that the process itself has written
     */
    String read() throws IOException, UserError {
        PosixFileAttributes before = attributes();
        check(before);
        try (SeekableByteChannel channel = folder.newByteChannel(FILE, OPENING);
                InputStream in = Channels.newInputStream(channel)) {
            PosixFileAttributes after = attributes();
            check(after);
            if (!after.fileKey().equals(before.fileKey())) {
                throw refused("has been exchanged");
            }
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            checkSize(bytes.length);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private PosixFileAttributes attributes() throws IOException {
        return folder.getFileAttributeView(FILE, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    private void check(PosixFileAttributes attributes) throws UserError {
        if (!attributes.isRegularFile()) {
            throw refused("is no regular file");
        }
        if (!attributes.owner().equals(owner)) {
            throw refused("belongs to " + attributes.owner() + ", not to " + owner);
        }
        checkSize(attributes.size());
    }

    private static void checkSize(long bytes) throws UserError {
        if (bytes > MOST_BYTES) {
            throw refused("is longer than " + MOST_BYTES + " bytes");
        }
    }

    private static UserError refused(String why) {
        return new UserError("the answer " + why + ", so it is not read");
    }

    /** Removes the answer and the folder, but for what somebody else has put in the place of either. */
    @Override
    public void close() {
        try (temporary;
                folder) {
            delete(folder, FILE);
            delete(folder, UNFINISHED);
            if (isOurs()) {
                temporary.deleteDirectory(name);
            }
        } catch (IOException | ClosedDirectoryStreamException inTheWay) {
            // Not ours, and small: it may stay. Or closed before.
        }
    }

    private static void delete(SecureDirectoryStream<Path> folder, Path file) throws IOException {
        try {
            folder.deleteFile(file);
        } catch (NoSuchFileException notThere) {
            // Nothing was answered.
        }
    }

    private boolean isOurs() throws IOException {
        Object held = folder.getFileAttributeView(BasicFileAttributeView.class)
                .readAttributes()
                .fileKey();
        return temporary
                .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .fileKey()
                .equals(held);
    }
}
