package io.fdscope.jmc.install;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** p2's own programs: they make a repository of bundles, and install from it as JMC's dialog does. */
final class Director {
    private static final String P2 = "org.eclipse.equinox.p2.";

    private final Path folder;

    /** @param folder for all that they write; empty */
    Director(Path folder) throws IOException {
        this.folder = folder;
        Path configuration = Files.createDirectory(folder.resolve("configuration"));
        Files.copy(ShippedZips.SITE_MODULE.resolve("configuration/config.ini"), configuration.resolve("config.ini"));
    }

    /** A repository of Eclipse, JMC's core libraries, the stand-ins, and what this JDK has; its address. */
    String publishPlatform() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("source/plugins"));
        try (Stream<Path> jars = Files.list(ShippedZips.PLATFORM)) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, plugins.resolve(jar.getFileName()));
            }
        }
        for (BundleJar each : StandIns.all()) {
            each.writeTo(plugins);
        }
        RunningJdk.writeTo(Files.createDirectory(folder.resolve("jdk")));
        String address = folder.resolve("platform").toUri().toString();
        run(
                P2 + "publisher.FeaturesAndBundlesPublisher",
                "-publishArtifacts",
                "-source",
                folder.resolve("source").toString(),
                "-metadataRepository",
                address,
                "-artifactRepository",
                address);
        return address;
    }

    /** What the director says. */
    List<String> install(String unit, String platform, Path site) throws IOException {
        String bundles = platform + ",jar:" + site.toUri() + "!/";
        return run(
                P2 + "director",
                "-artifactRepository",
                bundles,
                "-metadataRepository",
                bundles + "," + folder.resolve("jdk").toUri(),
                "-installIU",
                unit,
                "-destination",
                folder.resolve("installation").toString(),
                "-profile",
                "fdscope",
                "-profileProperties",
                "org.eclipse.update.install.features=true",
                "-p2.os",
                "linux",
                "-p2.ws",
                "gtk",
                "-p2.arch",
                "x86_64");
    }

    /** Names in a folder of the installation. */
    List<String> installed(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("installation").resolve(part))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** What was asked to be installed, as p2 remembers it. */
    List<String> roots() throws IOException {
        return run(
                        P2 + "director",
                        "-listInstalledRoots",
                        "-destination",
                        folder.resolve("installation").toString(),
                        "-profile",
                        "fdscope")
                .stream()
                .filter(line -> line.matches("[a-z.]+/\\d.*"))
                .toList();
    }

    private List<String> run(String application, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ForkedProcess.java(),
                "-jar",
                launcher().toString(),
                "-configuration",
                folder.resolve("configuration").toString(),
                "-data",
                "@none",
                "-nosplash",
                "-consoleLog",
                "-application",
                application));
        command.addAll(List.of(arguments));
        return ForkedProcess.run(command.toArray(String[]::new));
    }

    private static Path launcher() throws IOException {
        try (Stream<Path> jars = Files.list(ShippedZips.SITE_MODULE.resolve("p2/plugins"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
