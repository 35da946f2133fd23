package io.fdscope.recording;

/**
 * A frame as a recording has it: it keeps no names of source files.
 *
 * @param className as {@link Class#getName} gives it; null is unknown
 * @param method its name; null is unknown
 * @param line from 1; −1 is unknown
 */
public record MethodLine(String className, String method, int line) {
    private static final String UNKNOWN = "unknown";

    /** With the outermost class's name for the source file's, which is right for Java's own compiler, as a rule. */
    public StackTraceElement element() {
        if (className == null || method == null) {
            return new StackTraceElement(UNKNOWN, UNKNOWN, null, -1);
        }
        return new StackTraceElement(className, method, file(), Math.max(-1, line));
    }

    private String file() {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        int end = 0;
        while (end < simple.length()
                && Character.isJavaIdentifierPart(simple.charAt(end))
                && simple.charAt(end) != '$') {
            end++;
        }
        return end == 0 ? null : simple.substring(0, end) + ".java";
    }
}
