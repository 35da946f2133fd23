package io.fdscope.top;

/** Characters to draw with, where the terminal has more than ASCII and where not. */
enum Signs {
    UNICODE(" ▁▂▃▄▅▆▇█", "█", "░", "■", "…", "·", "─", "┤", "▸", "↑↓", "⏎", "╌", "▒"),
    ASCII("        #", "#", ".", "#", "...", "-", "-", "|", ">", "up/down", "enter", "-", ":");

    private final String eighths;
    final String full;
    final String empty;
    final String swatch;
    final String more;
    final String dot;
    final String rule;
    final String axis;
    final String mark;
    final String arrows;
    final String enter;
    final String limit;
    final String shade;

    Signs(String eighths, String... rest) {
        this.eighths = eighths;
        this.full = rest[0];
        this.empty = rest[1];
        this.swatch = rest[2];
        this.more = rest[3];
        this.dot = rest[4];
        this.rule = rest[5];
        this.axis = rest[6];
        this.mark = rest[7];
        this.arrows = rest[8];
        this.enter = rest[9];
        this.limit = rest[10];
        this.shade = rest[11];
    }

    static Signs of(boolean unicode) {
        return unicode ? UNICODE : ASCII;
    }

    /** A column filled from below. */
    String eighth(int eighths) {
        return this.eighths.substring(eighths, eighths + 1);
    }

    /** The same, of another kind where there is no colour to tell it. */
    String part(int eighths) {
        return eighth(eighths).equals(full) ? shade : eighth(eighths);
    }

    /** The beginning of a text that is too long. */
    String beginning(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, Math.max(0, columns - more.length())) + more;
    }

    /** The end of a text that is too long: of a place in the program it tells more than the beginning. */
    String ending(String text, int columns) {
        if (text.length() <= columns) {
            return text;
        }
        int keep = Math.max(0, columns - more.length());
        return more + text.substring(text.length() - keep);
    }
}
