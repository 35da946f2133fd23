package io.fdscope.terminal;

import java.util.Map;

/**
 * A key that was pressed.
 *
 * @param name a printable character, {@code ^C} for ctrl-C, or one of the names below
 */
public record Key(String name) {
    public static final Key UP = new Key("up");
    public static final Key DOWN = new Key("down");
    public static final Key PAGE_UP = new Key("page up");
    public static final Key PAGE_DOWN = new Key("page down");
    public static final Key HOME = new Key("home");
    public static final Key END = new Key("end");
    public static final Key ENTER = new Key("enter");
    public static final Key ESCAPE = new Key("escape");
    /** The terminal is gone. */
    public static final Key HANG_UP = new Key("hang up");

    private static final int FIRST_PRINTABLE = ' ';
    private static final int LAST_PRINTABLE = '~';
    private static final int DELETE = 0x7f;
    private static final int CONTROL = 0x40;

    /** What follows ESC: ECMA-48 and xterm, in normal and in application mode. */
    private static final Map<String, Key> SEQUENCES = Map.ofEntries(
            Map.entry("[A", UP),
            Map.entry("[B", DOWN),
            Map.entry("OA", UP),
            Map.entry("OB", DOWN),
            Map.entry("[5~", PAGE_UP),
            Map.entry("[6~", PAGE_DOWN),
            Map.entry("[H", HOME),
            Map.entry("[F", END),
            Map.entry("OH", HOME),
            Map.entry("OF", END),
            Map.entry("[1~", HOME),
            Map.entry("[4~", END));

    /** Of what a terminal sends for a key other than a sequence. */
    static Key of(int character) {
        if (character == '\r' || character == '\n') {
            return ENTER;
        }
        if (character >= FIRST_PRINTABLE && character <= LAST_PRINTABLE) {
            return new Key(Character.toString(character));
        }
        if (character == DELETE || character == '\b') {
            return ESCAPE;
        }
        return character < FIRST_PRINTABLE ? new Key("^" + (char) (character + CONTROL)) : new Key("unknown");
    }

    /** Of what follows ESC. */
    static Key ofSequence(String sequence) {
        return SEQUENCES.getOrDefault(sequence, new Key("unknown"));
    }
}
