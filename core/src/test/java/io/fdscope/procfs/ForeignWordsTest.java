package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignWordsTest {
    private static final int HEAD = 28;
    private static final Charset LATIN = StandardCharsets.ISO_8859_1;

    @TempDir
    Path folder;

    /** A {@code .mo} file in this byte order: its head, both tables, then the texts. */
    private static byte[] catalog(ByteOrder order, Charset charset, Map<String, String> messages) {
        Map<String, String> all = new TreeMap<>(messages);
        all.put("", "Language: xx\nContent-Type: text/plain; charset=" + charset + "\n");
        ByteBuffer file = ByteBuffer.allocate(4000).order(order);
        int count = all.size();
        file.putInt(0x950412de).putInt(0).putInt(count).putInt(HEAD).putInt(HEAD + 8 * count);
        int[] at = {HEAD, HEAD + 8 * count, HEAD + 16 * count};
        all.forEach((message, translation) -> {
            put(file, at, 0, message.getBytes(StandardCharsets.US_ASCII));
            put(file, at, 1, translation.getBytes(charset));
        });
        return Arrays.copyOf(file.array(), at[2]);
    }

    private static void put(ByteBuffer file, int[] at, int table, byte[] text) {
        file.putInt(at[table], text.length).putInt(at[table] + 4, at[2]);
        file.put(at[2], text);
        at[table] += 8;
        at[2] += text.length + 1;
    }

    private void write(String language, byte[] catalog) throws IOException {
        Path messages = Files.createDirectories(folder.resolve(language).resolve("LC_MESSAGES"));
        Files.write(messages.resolve("libc.mo"), catalog);
    }

    @Test
    void theWordsComeFromTheCatalogsInWhateverOrderAndEncodingTheyAre() throws IOException {
        Map<String, String> both =
                Map.of("Too many open files", "Zu viele", "Too many open files in system", "Überall");
        write("de", catalog(ByteOrder.BIG_ENDIAN, LATIN, both));
        write("el", catalog(ByteOrder.LITTLE_ENDIAN, StandardCharsets.UTF_8, Map.of("Too many open files", "πολλά")));

        assertThat(new ForeignWords(folder).in(List.of("de_AT", "de", "el")))
                .containsExactlyInAnyOrder("Zu viele", "Überall", "πολλά");
    }

    @Test
    void aLanguageLeadsToNoOtherFolder() throws IOException {
        write("de", catalog(ByteOrder.LITTLE_ENDIAN, LATIN, Map.of("Too many open files", "Zu viele")));

        assertThat(new ForeignWords(folder.resolve("de")).in(List.of("../de", "", ".", "/de")))
                .isEmpty();
    }

    @Test
    void aDamagedCatalogHasNoWordsOrSome() throws IOException {
        byte[] whole = catalog(ByteOrder.LITTLE_ENDIAN, LATIN, Map.of("Too many open files", "Zu viele"));
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            write("de", damaged);
            assertThat(new ForeignWords(folder).in(List.of("de"))).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void theCatalogOfThisMachineIsRead() {
        assumeTrue(Files.exists(Path.of("/usr/share/locale/de/LC_MESSAGES/libc.mo")), "apt-get install libc-l10n");

        assertThat(ForeignWords.OF_THIS_MACHINE.in(List.of("de_DE", "de")))
                .containsExactlyInAnyOrder("Zu viele offene Dateien", "Zu viele offene Dateien im System");
    }
}
