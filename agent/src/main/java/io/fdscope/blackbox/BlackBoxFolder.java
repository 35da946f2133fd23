package io.fdscope.blackbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * The folder of one user's black boxes, {@code fdscope_<user>} (or the user's number) under the temporary folder: mode
 * 0700, as {@code hsperfdata} has it. One that somebody else made, that is a symbolic link, or that others may write to
 * is refused: what stands in it could be forged.
 *
 * @param path where it is
 */
public record BlackBoxFolder(Path path) {
    static final String PREFIX = "fdscope_";
    private static final Path SELF = Path.of("/proc/self");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** The folder of a user under a temporary folder. */
    public static BlackBoxFolder of(Path temporary, String user) {
        return new BlackBoxFolder(temporary.resolve(PREFIX + user.replaceAll("[^A-Za-z0-9._-]", "_")));
    }

    /**
     * The folder of who runs this process.
     *
     * @param name the user's, as the JDK has it. Those without an entry in the password file, as containers have them, are
     *     all called "?": their number stands in its place, so that they do not share one folder
     */
    public static BlackBoxFolder ofThisProcess(Path temporary, String name) throws IOException {
        boolean isNamed = !name.isEmpty() && !name.equals("?");
        return of(temporary, isNamed ? name : String.valueOf(Files.getAttribute(SELF, "unix:uid")));
    }

    /**
     * Makes the folder if it is not there, and checks that it is safe.
     *
     * @throws IOException with one line that says what is wrong with it
     */
    void prepare() throws IOException {
        try {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException thereAlready) {
            check();
        } catch (NoSuchFileException e) {
            throw new IOException(path.getParent() + " does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException(path.getParent() + " is not writable for us", e);
        }
    }

    private void check() throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory()) {
            throw new IOException(path + " is not a folder of its own");
        }
        UserPrincipal me = Files.getOwner(SELF);
        if (!attributes.owner().equals(me)) {
            throw new IOException(path + " belongs to " + attributes.owner() + ", not to " + me);
        }
        if (!OWNER_ONLY.containsAll(attributes.permissions())) {
            throw new IOException(path + " is open to others ("
                    + PosixFilePermissions.toString(attributes.permissions()) + "), must be rwx------");
        }
    }
}
