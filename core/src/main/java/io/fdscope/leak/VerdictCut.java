package io.fdscope.leak;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A worded verdict for where there is little room. What is wrong, what to do now and how sure it is stay as they are: the
 * deep ends of the stacks go first, then the last suspects.
 *
 * @param text as {@link VerdictText} gives it
 */
public record VerdictCut(String text) {
    private static final String HINT = "\n(There is more: ask by JMX.)\n";
    private static final String BETWEEN_PARTS = "\n\n";
    private static final int ROOM_FOR_NOTE = 60;
    /** {@link VerdictText#more}. */
    private static final Pattern MORE = Pattern.compile(" {4}… (\\d{1,9}) more");

    /**
     * What fits.
     *
     * @param mostBytes how many bytes of UTF-8 there is room for, at least 100
     */
    public String to(int mostBytes) {
        if (bytes(text) <= mostBytes) {
            return text;
        }
        String cut = text;
        for (int frames = deepest(); frames >= 0; frames--) {
            cut = withStacksOf(frames);
            if (bytes(cut) <= mostBytes) {
                return cut;
            }
        }
        cut = withoutLastSuspects(cut, mostBytes);
        return bytes(cut) <= mostBytes ? cut : beginning(cut, mostBytes);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** How many frames the longest stack shows. */
    private int deepest() {
        int deepest = 0;
        int depth = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            depth = line.startsWith(VerdictText.FRAME) ? depth + 1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private String withStacksOf(int frames) {
        List<String> lines = new ArrayList<>();
        int depth = 0;
        for (String line : text.split("\n", -1)) {
            boolean isFrame = line.startsWith(VerdictText.FRAME);
            depth = isFrame ? depth + 1 : depth;
            if (!isFrame) {
                endStack(line, Math.max(0, depth - frames), lines);
                depth = 0;
            } else if (depth <= frames) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    /** @param next the line behind the stack, which may tell already of frames that are not shown */
    private static void endStack(String next, int left, List<String> lines) {
        Matcher more = MORE.matcher(next);
        int hidden = left + (more.matches() ? Integer.parseInt(more.group(1)) : 0);
        if (hidden > 0) {
            lines.add(VerdictText.more(hidden));
        }
        if (!more.matches()) {
            lines.add(next);
        }
    }

    private static String withoutLastSuspects(String text, int mostBytes) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(BETWEEN_PARTS)));
        int last = parts.size() - 1;
        while (last >= 0 && !isSuspect(parts.get(last))) {
            last--;
        }
        int left = bytes(text) + ROOM_FOR_NOTE;
        int out = 0;
        for (; last >= 0 && isSuspect(parts.get(last)) && left > mostBytes; last--) {
            left -= bytes(parts.remove(last)) + BETWEEN_PARTS.length();
            out++;
        }
        if (out > 0) {
            parts.add(last + 1, "(" + out + " more of them: ask by JMX.)");
        }
        return String.join(BETWEEN_PARTS, parts);
    }

    private static boolean isSuspect(String part) {
        return part.startsWith(VerdictText.SUSPECT) || part.startsWith(VerdictText.CLEARED);
    }

    /** Where the text is none of ours. Ends with a whole character. */
    private static String beginning(String text, int mostBytes) {
        CharBuffer characters = CharBuffer.wrap(text);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(characters, ByteBuffer.allocate(mostBytes - HINT.length()), true);
        return text.substring(0, characters.position()) + HINT;
    }
}
