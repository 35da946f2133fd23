package io.fdscope.procfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages of a program in one language, as GNU's gettext keeps them in a {@code .mo} file: {@code magic, revision, count,
 * offset of the table of originals, offset of the table of translations}, each entry of a table being {@code length,
 * offset}; 32 bits all of them. See "The Format of GNU MO Files" in the manual of gettext.
 */
final class MessageCatalog {
    private static final int MAGIC = 0x950412de;
    private static final int COUNT = 8;
    private static final int ORIGINALS = 12;
    private static final int TRANSLATIONS = 16;
    private static final int ENTRY = 8;
    /** The largest of glibc 2.36 has 190 kB. */
    private static final long LARGEST = 4_000_000;
    /** {@code Content-Type: text/plain; charset=UTF-8}, in the translation of the empty message. */
    private static final Pattern CHARSET = Pattern.compile("charset=([\\w.:-]+)");

    private final ByteBuffer bytes;

    private MessageCatalog(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Empty where there is none, or what is there is something else. */
    static Optional<MessageCatalog> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            MessageCatalog catalog = new MessageCatalog(Files.readAllBytes(file));
            return catalog.hasOrder() ? Optional.of(catalog) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** In the byte order of whoever made it. */
    private boolean hasOrder() {
        if (bytes.limit() < TRANSLATIONS + Integer.BYTES) {
            return false;
        }
        if (bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(0) != MAGIC) {
            bytes.order(ByteOrder.BIG_ENDIAN);
        }
        return bytes.getInt(0) == MAGIC;
    }

    /** What a message is in this language; empty where it is not translated, or the file is damaged. */
    Optional<String> translation(String message) {
        try {
            return find(message).map(text -> new String(text, charset()));
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> find(String message) {
        for (int i = 0; i < bytes.getInt(COUNT); i++) {
            if (new String(text(ORIGINALS, i), StandardCharsets.US_ASCII).equals(message)) {
                return Optional.of(text(TRANSLATIONS, i)).filter(text -> text.length > 0);
            }
        }
        return Optional.empty();
    }

    private byte[] text(int table, int number) {
        int entry = bytes.getInt(table) + number * ENTRY;
        int length = bytes.getInt(entry);
        int offset = bytes.getInt(entry + Integer.BYTES);
        if (length < 0 || length > bytes.limit()) {
            throw new IndexOutOfBoundsException(length);
        }
        byte[] text = new byte[length];
        bytes.get(offset, text);
        return text;
    }

    private Charset charset() {
        String head = find("").map(text -> new String(text, StandardCharsets.US_ASCII))
                .orElse("");
        Matcher name = CHARSET.matcher(head);
        try {
            return name.find() ? Charset.forName(name.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
