package io.fdscope.jmc.install;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A bundle made of classes of this test.
 *
 * @param name symbolic name
 * @param headers of its manifest beside its name; without a version it has JMC's
 * @param packages whose classes it has; those below them too
 * @param extensions its plugin.xml without the outermost element; empty for none
 */
record BundleJar(String name, Map<String, String> headers, List<String> packages, String extensions) {
    /** The version of JMC that the stand-ins claim to be. */
    private static final String VERSION = "9.1.2";

    BundleJar {
        headers = Map.copyOf(headers);
        packages = List.copyOf(packages);
    }

    Path writeTo(Path folder) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest())) {
            for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name + ";singleton:=true");
        main.putValue("Bundle-Version", VERSION);
        headers.forEach(main::putValue);
        return manifest;
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        for (String each : packages) {
            addClasses(each.replace('.', '/'), entries);
        }
        if (!extensions.isEmpty()) {
            String plugin =
                    "<?xml version=\"1.0\"?>\n<?eclipse version=\"3.4\"?>\n<plugin>\n" + extensions + "</plugin>\n";
            entries.put("plugin.xml", plugin.getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    private static void addClasses(String folder, Map<String, byte[]> entries) throws IOException {
        Path root = ShippedZips.home(BundleJar.class);
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }
}
