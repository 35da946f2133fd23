package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingSettingsTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"default", "profile", "profile.jfc"})
    void thoseOfTheJdkAreWhatTheJdkKnowsByThatName(String name) throws IOException, ParseException {
        Configuration ofTheJdk = Configuration.getConfiguration(name.replace(".jfc", ""));
        Configuration read = new RecordingSettings(name).read();
        assertThat(read.getName()).isEqualTo(ofTheJdk.getName());
        assertThat(read.getSettings()).isEqualTo(ofTheJdk.getSettings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "ON"})
    void oursAreInTheJar(String name) throws IOException {
        assertThat(new RecordingSettings(name).read().getSettings())
                .containsEntry("io.fdscope.FileDescriptorUsage#enabled", "true");
    }

    @Test
    void aFileIsRead() throws IOException {
        Path file = Files.writeString(temporary.resolve("mine.jfc"), RecordingsTest.SETTINGS);
        assertThat(new RecordingSettings(file.toString()).read().getSettings())
                .containsEntry("jdk.ThreadStart#enabled", "true");
    }

    @Test
    void whatIsNeitherIsSaid() {
        assertThatThrownBy(() -> new RecordingSettings("none").read())
                .isInstanceOf(IOException.class)
                .hasMessage("no settings for a recording in 'none': neither a file, nor among those of the JDK");
    }
}
