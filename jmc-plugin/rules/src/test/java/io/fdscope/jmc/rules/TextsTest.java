package io.fdscope.jmc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("io.fdscope.jmc.rules.messages");

    @Test
    void everyKeyHasAMessageAndEveryMessageAKey() {
        Set<String> keys = Arrays.stream(Texts.values()).map(Texts::name).collect(Collectors.toSet());
        assertThat(MESSAGES.keySet()).isEqualTo(keys);
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        String code = sourcesBut("Texts.java");
        assertThat(Texts.values()).allSatisfy(text -> assertThat(code).containsPattern("Texts\\." + text + "\\b"));
    }

    private static String sourcesBut(String name) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith(name))
                    .toList();
            StringBuilder code = new StringBuilder();
            for (Path file : all) {
                code.append(Files.readString(file));
            }
            return code.toString();
        }
    }

    /** A single one would hide what is between it and the next, figures as well. */
    @ParameterizedTest
    @EnumSource(Texts.class)
    void everyApostropheIsDoubled(Texts text) {
        assertThat(MESSAGES.getString(text.name()).replace("''", "")).doesNotContain("'");
    }

    @ParameterizedTest
    @EnumSource(Texts.class)
    void everyMessageTakesItsFigures(Texts text) {
        assertThat(text.of(1, 2, 3, 4, 5)).isNotBlank().doesNotContain("{", "}");
    }
}
