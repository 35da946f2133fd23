package io.fdscope.jmc.install;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.VirtualScreen;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An Equinox with the plugin from its dropins zip, the platform, and stand-ins for JMC's application. */
final class Equinox {
    private final Path folder;
    private final Path framework;

    /** @param folder for what it writes; empty */
    Equinox(Path folder) throws IOException {
        this.folder = folder;
        List<Path> bundles = new ArrayList<>(platform());
        framework = bundles.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.osgi-"))
                .findFirst()
                .orElseThrow();
        bundles.remove(framework);
        ShippedZips.unpackDropins(Files.createDirectory(folder.resolve("dropins"))).stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .forEach(bundles::add);
        Path standIns = Files.createDirectory(folder.resolve("stand-ins"));
        for (BundleJar each : StandIns.all()) {
            bundles.add(each.writeTo(standIns));
        }
        configure(bundles);
    }

    private static List<Path> platform() throws IOException {
        try (Stream<Path> jars = Files.list(ShippedZips.PLATFORM)) {
            return jars.sorted().toList();
        }
    }

    /** Those that Eclipse itself starts; all others are started when a class of theirs is needed. */
    private void configure(List<Path> bundles) throws IOException {
        Properties configuration = new Properties();
        configuration.setProperty(
                "osgi.bundles",
                bundles.stream()
                        .map(jar -> "reference:file:" + jar + (startedFirst(jar) ? "@1:start" : "@4"))
                        .collect(Collectors.joining(",")));
        configuration.setProperty("osgi.bundles.defaultStartLevel", "4");
        Path file = Files.createDirectory(folder.resolve("configuration")).resolve("config.ini");
        try (OutputStream out = Files.newOutputStream(file)) {
            configuration.store(out, null);
        }
    }

    private static boolean startedFirst(Path jar) {
        return jar.getFileName().toString().matches("org\\.eclipse\\.(equinox\\.common|core\\.runtime)-.*");
    }

    /**
     * Runs the probe in it until it is done.
     *
     * @param arguments a recording and the folder for its pictures
     * @return what it printed
     */
    List<String> probe(VirtualScreen screen, Path... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "DISPLAY=" + screen.display(),
                ForkedProcess.java(),
                // As Eclipse's launcher has it: JMC's bundles use packages of the JDK that they do not import.
                "-Dosgi.compatibility.bootdelegation=true",
                "-jar",
                framework.toString(),
                "-configuration",
                folder.resolve("configuration").toString(),
                "-data",
                folder.resolve("workspace").toString(),
                "-consoleLog",
                "-application",
                "io.fdscope.jmc.install.probe.application"));
        Stream.of(arguments).map(Path::toString).forEach(command::add);
        try (ForkedProcess process = ForkedProcess.start(command)) {
            return process.until("done");
        }
    }
}
