package io.fdscope.jmc.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.jmx.FileDescriptorsMXBean;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.unit.UnitLookup;

/** What the ui bundle's files say, against what they speak of. */
class ShippedFilesTest {
    private static final Path RESOURCES = ShippedZips.home(ShippedFilesTest.class)
            .resolve("../../../ui/src/main/resources")
            .normalize();
    private static final Path LOOKS = RESOURCES.resolve("io/fdscope/jmc/ui/console/attributes.properties");

    @Test
    void everyKeyThatAFileNamesHasItsTextAndEveryTextIsNamed() throws IOException {
        List<String> named = Stream.concat(
                        Stream.of("BUNDLE_NAME"),
                        Stream.of("plugin.xml", "child-pages.xml").flatMap(file -> all("\"%([A-Z_]+)\"", text(file))))
                .distinct()
                .toList();

        assertThat(properties(RESOURCES.resolve("plugin.properties")).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyAttributeOfOursThatIsShownOrTriggersIsOneOfTheBean() {
        List<String> attributes = beanAttributes(Object.class);

        assertThat(Stream.of("plugin.xml", "io/fdscope/jmc/ui/console/fdscope-triggers.xml")
                        .flatMap(file -> all("attribute://io\\.fdscope:type=FileDescriptors/(\\w+)", text(file))))
                .hasSizeGreaterThan(10)
                .allMatch(attributes::contains);
    }

    @Test
    void everyNumberOfTheBeanHasANameAUnitThatJmcKnowsAndAColour() throws IOException {
        Properties looks = properties(LOOKS);

        assertThat(looks.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                beanAttributes(Number.class).stream(),
                                Stream.of("FileDescriptorUtilization", "FreeFileDescriptorCount"))
                        .toList());
        assertThat(looks.values()).map(Object::toString).allSatisfy(look -> {
            String[] parts = look.split(", ", -1);
            assertThat(parts).hasSize(3);
            assertThat(UnitLookup.getUnitOrNull(parts[1])).as(look).isNotNull();
            assertThat(parts[2]).as(look).matches("#[0-9a-f]{6}");
        });
    }

    @Test
    void coloursOfTheTabAreInTheOnlyFormThatJmcReads() {
        assertThat(all("Color=\"([^\"]*)\"", text("plugin.xml")))
                .hasSize(8)
                .allMatch(color -> color.matches("#[0-9a-f]{6}"));
    }

    @Test
    void whatIsComputedForAnyJvmRestsOnWhatTheJdkHas() {
        assertThat(all("value=\"attribute://java\\.lang:type=OperatingSystem/(\\w+)\"", text("plugin.xml")))
                .containsExactly(
                        "OpenFileDescriptorCount",
                        "MaxFileDescriptorCount",
                        "MaxFileDescriptorCount",
                        "OpenFileDescriptorCount")
                .allSatisfy(attribute -> assertThat(ManagementFactory.getPlatformMBeanServer()
                                .getAttribute(
                                        ManagementFactory.getOperatingSystemMXBean()
                                                .getObjectName(),
                                        attribute))
                        .isInstanceOf(Long.class));
    }

    @Test
    void idsAreThoseThatUsersRelyOn() {
        assertThat(Stream.of("plugin.xml", "child-pages.xml")
                        .flatMap(file -> all("<\\w*[pP]age id=\"([^\"]*)\"", text(file))))
                .hasSizeGreaterThan(7)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("io.fdscope.jmc."));
    }

    @Test
    void everyIconIsThereInBothSizes() throws IOException {
        try (Stream<Path> icons = Files.list(RESOURCES.resolve("icons"))) {
            List<Path> small =
                    icons.filter(icon -> !icon.toString().contains("@")).toList();
            assertThat(small).isNotEmpty().allSatisfy(icon -> {
                assertThat(Icon.of(Files.readAllBytes(icon))).isEqualTo(new Icon(16, 16));
                String name = icon.getFileName().toString().replace(".png", "@2x.png");
                assertThat(Icon.of(Files.readAllBytes(icon.resolveSibling(name))))
                        .isEqualTo(new Icon(32, 32));
            });
        }
    }

    private static List<String> beanAttributes(Class<?> type) {
        return Arrays.stream(FileDescriptorsMXBean.class.getMethods())
                .filter(getter -> getter.getName().matches("(get|is)[A-Z].*"))
                .filter(getter -> type == Object.class || isNumber(getter))
                .map(getter -> getter.getName().replaceFirst("get|is", ""))
                .toList();
    }

    private static boolean isNumber(Method getter) {
        return getter.getReturnType() != boolean.class && getter.getReturnType().isPrimitive();
    }

    private static Stream<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String text(String file) {
        try {
            return Files.readString(RESOURCES.resolve(file));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
