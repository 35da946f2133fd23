package io.fdscope.top;

/** Characters to draw with, where the terminal has more than ASCII and where not. */
enum Signs {
    UNICODE(" ▁▂▃▄▅▆▇█", "█", "░", "■", "…", "·", "─", "┤", "▸", "↑↓", "⏎", "╌"),
    ASCII("        #", "#", ".", "#", "...", "-", "-", "|", ">", "up/down", "enter", "-");

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
    }

    static Signs of(boolean unicode) {
        return unicode ? UNICODE : ASCII;
    }

    /** A column filled from below. */
    String eighth(int eighths) {
        return this.eighths.substring(eighths, eighths + 1);
    }
}
