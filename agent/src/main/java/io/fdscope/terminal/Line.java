package io.fdscope.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a screen.
 *
 * @param pieces from left to right
 */
public record Line(List<Piece> pieces) {
    public static final Line EMPTY = new Line(List.of());

    /** Copies. */
    public Line {
        pieces = List.copyOf(pieces);
    }

    /** A line of one piece. */
    public static Line of(String text, Style style) {
        return EMPTY.and(text, style);
    }

    /** A plain line. */
    public static Line of(String text) {
        return of(text, Style.PLAIN);
    }

    /** This, and more to the right. */
    public Line and(String text, Style style) {
        return and(new Line(List.of(new Piece(text, style))));
    }

    /** This, and more to the right. */
    public Line and(String text) {
        return and(text, Style.PLAIN);
    }

    /** This, and another to the right. */
    public Line and(Line more) {
        List<Piece> all = new ArrayList<>(pieces);
        all.addAll(more.pieces);
        return new Line(all);
    }

    /** This, with another at the right edge of so many columns; only this where both do not fit. */
    public Line andRight(Line right, int columns) {
        int gap = columns - width() - right.width();
        return gap < 1 ? this : and(" ".repeat(gap)).and(right);
    }

    /** This, with blanks up to so many columns. */
    public Line filled(int columns, Style style) {
        return and(" ".repeat(Math.max(0, columns - width())), style);
    }

    /** Columns that it takes. */
    public int width() {
        return pieces.stream().mapToInt(Piece::width).sum();
    }

    /** As much of it as these columns hold. */
    public Line cut(int columns) {
        if (width() <= columns) {
            return this;
        }
        List<Piece> kept = new ArrayList<>();
        int left = columns;
        for (Piece piece : pieces) {
            Piece part = piece.cut(left);
            kept.add(part);
            left -= part.width();
            if (!part.equals(piece)) {
                break;
            }
        }
        return new Line(kept);
    }

    /** All of it in one style. */
    public Line in(Style style) {
        return of(text(), style);
    }

    /** Without the styles. */
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
