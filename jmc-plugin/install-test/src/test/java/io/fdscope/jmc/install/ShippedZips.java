package io.fdscope.jmc.install;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What this build ships, and where it is. */
final class ShippedZips {
    private static final Path MODULE = home(ShippedZips.class).resolve("../..").normalize();

    static final Path SITE_MODULE = MODULE.resolve("../site/target").normalize();
    static final Path DROPINS = SITE_MODULE.resolve("fdscope-jmc-dropins.zip");
    static final Path SITE = SITE_MODULE.resolve("fdscope-jmc-site.zip");
    static final Path AGENT = MODULE.resolve("../../agent/target/fdscope.jar").normalize();

    /** JMC's core libraries, and Eclipse. */
    static final Path PLATFORM = MODULE.resolve("target/platform");

    /** For what a person may look at after the test. */
    static final Path PICTURES = MODULE.resolve("target/pictures");

    private ShippedZips() {}

    /** An entry of a zip. */
    static byte[] entry(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    /** When each of a zip's entries was last changed. */
    static Map<String, Instant> times(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream()
                    .collect(Collectors.toMap(
                            ZipEntry::getName,
                            entry -> entry.getLastModifiedTime().toInstant()));
        }
    }

    /** Unpacks the dropins as a user does; the files, in the order of the zip. */
    static List<Path> unpackDropins(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (InputStream in = Files.newInputStream(DROPINS);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.copy(zip, file);
                files.add(file);
            }
        }
        return files;
    }

    /** The folder or jar that a class is from. */
    static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
