package io.fdscope.jmc.install;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The JDK of this test as p2 knows one: a unit that provides the editions of Java, and packages. */
final class RunningJdk {
    private RunningJdk() {}

    /** Writes a repository that holds it alone. */
    static void writeTo(Path folder) throws IOException {
        List<String> provided = Stream.concat(editions(), packages()).toList();
        Files.writeString(folder.resolve("content.xml"), """
            <?xml version='1.0' encoding='UTF-8'?>
            <?metadataRepository version='1.1.0'?>
            <repository name='JDK' type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository' version='1'>
              <units size='1'>
                <unit id='a.jre.javase' version='%s.0.0'>
                  <provides size='%d'>
            %s
                  </provides>
                  <touchpoint id='org.eclipse.equinox.p2.native' version='1.0.0'/>
                </unit>
              </units>
            </repository>
            """.formatted(
                        Runtime.version().feature(), provided.size() + 1, own() + String.join("", provided)));
    }

    private static String own() {
        return provided(
                "org.eclipse.equinox.p2.iu", "a.jre.javase", Runtime.version().feature() + ".0.0");
    }

    private static Stream<String> editions() {
        return Stream.concat(
                        Stream.of("1.7.0", "1.8.0"),
                        IntStream.rangeClosed(9, Runtime.version().feature()).mapToObj(each -> each + ".0.0"))
                .flatMap(version -> Stream.of("JavaSE", "JavaSE/compact1", "JavaSE/compact2", "JavaSE/compact3")
                        .map(edition -> provided("osgi.ee", edition, version)));
    }

    private static Stream<String> packages() {
        return ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .distinct()
                .sorted()
                .map(name -> provided("java.package", name, "0.0.0"));
    }

    private static String provided(String namespace, String name, String version) {
        return "<provided namespace='%s' name='%s' version='%s'/>%n".formatted(namespace, name, version);
    }
}
