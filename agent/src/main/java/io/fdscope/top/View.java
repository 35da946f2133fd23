package io.fdscope.top;

import io.fdscope.terminal.Key;
import io.fdscope.terminal.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that the screen depends on. Immutable: what happens makes another one.
 *
 * @param seen the last glance that is shown; empty before the first
 * @param failure why there is no newer one; empty where all is well
 * @param news the latest happenings, oldest first
 * @param page what is shown
 * @param chosen which suspect
 * @param scrolled lines, of a page that may be longer than the screen
 * @param size of the terminal
 */
public record View(
        Optional<Glance> seen,
        String failure,
        List<News> news,
        Page page,
        boolean paused,
        int chosen,
        int scrolled,
        Size size) {
    /** Pages, and what the user has asked for. */
    public enum Page {
        LIST,
        SUSPECT,
        VERDICT,
        HELP,
        /** The user wants to leave. */
        LEFT,
        /** The user wants his shell for a while. */
        SUSPENDED
    }

    private static final int MOST_NEWS = 50;

    /** Copies. */
    public View {
        news = List.copyOf(news);
    }

    /** Before anything has been seen. */
    public static View first(Size size) {
        return new View(Optional.empty(), "", List.of(), Page.LIST, false, 0, 0, size);
    }

    /** The process has been read. */
    public View after(Glance glance) {
        List<News> all = new ArrayList<>(news);
        all.addAll(News.between(seen.orElse(null), glance));
        List<News> latest = all.subList(Math.max(0, all.size() - MOST_NEWS), all.size());
        if (paused) {
            return this; // What happens meanwhile is news when it goes on.
        }
        int last = Math.max(0, glance.suspects().size() - 1);
        return new View(Optional.of(glance), "", latest, page, false, Math.min(chosen, last), scrolled, size);
    }

    /** The process could not be read. */
    public View afterFailure(String why) {
        return new View(seen, why, news, page, paused, chosen, scrolled, size);
    }

    /** The terminal has another size. */
    public View sized(Size now) {
        return new View(seen, failure, news, page, paused, chosen, scrolled, now);
    }

    /** A key has been pressed. */
    public View after(Key key) {
        return switch (key.name()) {
            case "q", "^C", "^D", "hang up" -> at(Page.LEFT);
            case "^Z" -> at(Page.SUSPENDED);
            case " ", "p" -> new View(seen, failure, news, page, !paused, chosen, scrolled, size);
            case "?", "h" -> at(page == Page.HELP ? Page.LIST : Page.HELP);
            case "v" -> at(page == Page.VERDICT ? Page.LIST : Page.VERDICT);
            case "enter" -> suspects() == 0 ? this : at(page == Page.SUSPECT ? Page.LIST : Page.SUSPECT);
            case "escape" -> at(Page.LIST);
            case "up", "k" -> moved(-1);
            case "down", "j" -> moved(1);
            case "page up" -> moved(-Math.max(1, size.rows() / 2));
            case "page down" -> moved(Math.max(1, size.rows() / 2));
            case "home", "g" -> moved(Integer.MIN_VALUE / 2);
            case "end", "G" -> moved(Integer.MAX_VALUE / 2);
            default -> this;
        };
    }

    /** The same, back at the list. */
    public View resumed() {
        return at(Page.LIST);
    }

    View at(Page next) {
        return new View(seen, failure, news, next, paused, chosen, 0, size);
    }

    private View moved(int lines) {
        if (page == Page.LIST) {
            int next = Math.max(0, Math.min(suspects() - 1, chosen + lines));
            return new View(seen, failure, news, page, paused, next, 0, size);
        }
        int next = Math.max(0, Math.min(TopScreen.furthest(this), scrolled + lines));
        return new View(seen, failure, news, page, paused, chosen, next, size);
    }

    private int suspects() {
        return seen.map(glance -> glance.suspects().size()).orElse(0);
    }
}
