package io.fdscope.examples.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The recording that the demo leaves in the working folder. It is written under another name and renamed when it is
 * whole, so that one of that name is never half a one.
 */
final class DemoFile {
    private static final String NAME = "fdscope-demo.jfr";

    private final Path whole;
    private final Path partial;

    private DemoFile(Path folder) {
        whole = folder.resolve(NAME);
        partial = folder.resolve(NAME + ".part");
    }

    /** Makes sure that it can be written, now rather than when all is over. */
    static DemoFile in(Path folder) throws DemoFailure {
        DemoFile file = new DemoFile(folder.toAbsolutePath());
        if (Files.isDirectory(file.whole)) {
            throw new DemoFailure("cannot write " + file.whole + ": it is a folder");
        }
        try {
            Files.write(file.partial, new byte[1]);
            Files.delete(file.partial);
        } catch (IOException e) {
            throw new DemoFailure(
                    "cannot write " + file.whole + " (" + e.getClass().getSimpleName()
                            + "): run the demo in a folder that you may write to",
                    e);
        }
        return file;
    }

    /** Where it is written to at first. */
    Path partial() {
        return partial;
    }

    /** It is whole: gives it its name. */
    Path complete() throws DemoFailure {
        try {
            return Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DemoFailure("cannot write " + whole + ": " + e.getMessage(), e);
        }
    }

    /** Removes what is not whole. */
    void discardPartial() {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // The folder is gone, or no longer ours: then so is the file.
        }
    }
}
