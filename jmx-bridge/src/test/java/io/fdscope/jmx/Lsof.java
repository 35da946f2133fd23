package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code lsof} says of a process: the type of each descriptor by its number. */
final class Lsof {
    /** {@code f7}, {@code tIPv6}, {@code n*:80}: a field a line. */
    private static final Pattern ROW = Pattern.compile("(?m)^f([0-9]+)\nt(.*)\nn(/proc/)?");

    /** In place of the type: a file of proc, which may be one of our own. */
    static final String PROC = "proc";

    private Lsof() {}

    /**
     * Runs it.
     *
     * @param output an own file, since pipes to us would show up in what it lists
     */
    static Map<Integer, String> types(long pid, Path output) throws IOException, InterruptedException {
        Process lsof = new ProcessBuilder("lsof", "-nP", "-p", Long.toString(pid), "-F", "ftn")
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(lsof.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return parse(Files.readString(output));
    }

    private static Map<Integer, String> parse(String text) {
        Map<Integer, String> types = new TreeMap<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            types.put(Integer.valueOf(row.group(1)), row.group(3) == null ? row.group(2) : PROC);
        }
        return types;
    }
}
