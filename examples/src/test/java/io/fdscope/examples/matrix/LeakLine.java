package io.fdscope.examples.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a program's sockets come to be: the line of its source that is marked.
 *
 * @param program the class
 * @param number the line, from 1
 */
record LeakLine(Class<?> program, int number) {
    private static final String MARK = "// LEAK";
    private static final Path SOURCES = Path.of("src", "test", "java");

    static LeakLine in(Class<?> program) throws IOException {
        List<String> lines =
                Files.readAllLines(SOURCES.resolve(program.getName().replace('.', '/') + ".java"));
        int[] marked = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).endsWith(MARK))
                .toArray();
        if (marked.length != 1) {
            throw new AssertionError(marked.length + " lines of " + program + " end with " + MARK);
        }
        return new LeakLine(program, marked[0] + 1);
    }

    /** As a stack shows it. */
    String frame() {
        return program.getName() + ".create(" + program.getSimpleName() + ".java:" + number + ")";
    }
}
