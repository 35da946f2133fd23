package io.fdscope.procfs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * {@code EMFILE} and {@code ENFILE} in the words of another process, whose language is known: from the C library's message
 * catalogs of this machine. glibc has those; musl words its failures in an English of its own, always.
 *
 * @param folder with a folder for each language
 */
public record ForeignWords(Path folder) {
    /** Where glibc keeps them, unless it was built otherwise. */
    public static final ForeignWords OF_THIS_MACHINE = new ForeignWords(Path.of("/usr/share/locale"));

    /** {@code pt_BR}, {@code de}: nothing that could lead to another folder. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");

    /**
     * Its words in these languages, English aside.
     *
     * @param languages as the folders are named: {@code pt_BR}, {@code de}; others are passed over
     */
    public Set<String> in(List<String> languages) {
        Set<String> words = new TreeSet<>();
        for (String language : languages) {
            if (LANGUAGE.matcher(language).matches()) {
                MessageCatalog.read(folder.resolve(language).resolve("LC_MESSAGES/libc.mo"))
                        .ifPresent(catalog -> NoDescriptorLeft.ENGLISH.forEach(
                                message -> catalog.translation(message).ifPresent(words::add)));
            }
        }
        return words;
    }
}
