package io.fdscope.examples.incident;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the service's flight recorder has its repository. The recorder would remove that at an orderly exit, but the
 * service halts; so it has a folder of its own, which whoever ends last removes.
 */
final class RecorderFolder {
    private final File folder;
    private final File[] insideAtFirst;

    private RecorderFolder(File folder) {
        this.folder = folder;
        insideAtFirst = inside(folder, new File[0]);
    }

    static RecorderFolder make() throws DemoFailure {
        try {
            return at(Files.createTempDirectory("fdscope-demo-"));
        } catch (IOException e) {
            throw new DemoFailure("cannot make a folder in " + System.getProperty("java.io.tmpdir") + ": " + e, e);
        }
    }

    /** One that is there. It is looked into now: at the end there may be no descriptor to do it with. */
    static RecorderFolder at(Path folder) {
        return new RecorderFolder(folder.toFile());
    }

    Path path() {
        return folder.toPath();
    }

    /** Removes it and all that is in it. */
    void remove() {
        for (File repository : inside(folder, insideAtFirst)) {
            for (File chunk : inside(repository, new File[0])) {
                delete(chunk);
            }
            delete(repository);
        }
        delete(folder);
    }

    private static File[] inside(File folder, File[] otherwise) {
        File[] files = folder.listFiles();
        return files == null ? otherwise : files;
    }

    private static void delete(File file) {
        try {
            Files.deleteIfExists(file.toPath());
        } catch (IOException e) {
            // No descriptor to look into it, or no longer ours. Whoever comes after us tries again.
        }
    }
}
