package io.fdscope.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.terminal.Key;
import io.fdscope.terminal.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {
    private final View first = View.first(new Size(80, 24));
    private final View leaking = first.after(Glances.leaking());

    private static View press(View view, String... keys) {
        View next = view;
        for (String key : keys) {
            next = next.after(new Key(key));
        }
        return next;
    }

    private static List<String> news(View view) {
        return view.news().stream()
                .map(news -> news.what() + ": " + news.text())
                .toList();
    }

    @Test
    void whatIsBadAlreadyIsNewsAtFirst() {
        assertThat(news(leaking))
                .containsExactly(
                        "suspect: com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203) (640 open)",
                        "suspect: org.example.Poller.poll(Poller.java:17) (38 open)");
        assertThat(news(first.after(Glances.healthy()))).isEmpty();
    }

    @Test
    void eachChangeIsNewsOnce() {
        View full = leaking.after(Glances.leaking()).after(Glances.full()).after(Glances.full());
        View over = full.after(Glances.dead()).after(Glances.dead());

        assertThat(news(over).subList(2, 5))
                .containsExactly(
                        "no descriptor left: 1,024 of 1,024 open",
                        "no longer a suspect: org.example.Poller.poll(Poller.java:17)",
                        "dead: process 4242 is dead (killed or crashed); this is the last it wrote");
        assertThat(news(over)).hasSize(5);
        assertThat(news(full.after(Glances.healthy())))
                .endsWith(
                        "recovered: 61 of 1,048,576 open",
                        "no longer a suspect: com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)");
    }

    @Test
    void pausedItShowsWhatItShowedAndTheNewsComeWhenItGoesOn() {
        View paused = press(leaking, " ").after(Glances.full());

        assertThat(paused.seen()).isEqualTo(leaking.seen());
        assertThat(news(paused)).hasSize(2);
        assertThat(news(press(paused, " ").after(Glances.full()))).contains("no descriptor left: 1,024 of 1,024 open");
    }

    @Test
    void aSuspectIsChosenWithinTheList() {
        assertThat(press(leaking, "down").chosen()).isEqualTo(1);
        assertThat(press(leaking, "j", "j", "j").chosen()).isEqualTo(1);
        assertThat(press(leaking, "end", "k", "up").chosen()).isZero();
        assertThat(press(first, "down", "page down").chosen()).isZero();
        assertThat(press(leaking, "down").after(Glances.full()).chosen()).isZero();
    }

    @Test
    void pagesOpenAndGoBack() {
        assertThat(press(leaking, "enter").page()).isEqualTo(View.Page.SUSPECT);
        assertThat(press(leaking, "enter", "escape").page()).isEqualTo(View.Page.LIST);
        assertThat(press(leaking, "v", "v").page()).isEqualTo(View.Page.LIST);
        assertThat(press(leaking, "?", "v").page()).isEqualTo(View.Page.VERDICT);
        assertThat(press(first.after(Glances.healthy()), "enter").page()).isEqualTo(View.Page.LIST);
        assertThat(press(leaking, "x", "unknown", "^A")).isEqualTo(leaking);
    }

    @Test
    void aPageScrollsNoFurtherThanItsEnd() {
        View help = press(leaking.sized(new Size(80, 12)), "?", "end");

        assertThat(help.scrolled()).isPositive();
        assertThat(press(help, "down", "page down").scrolled()).isEqualTo(help.scrolled());
        assertThat(press(help, "home").scrolled()).isZero();
    }

    @Test
    void fourKeysLeave() {
        for (String key : List.of("q", "^C", "^D", "hang up")) {
            assertThat(press(leaking, key).page()).isEqualTo(View.Page.LEFT);
        }
        assertThat(press(leaking, "^Z").page()).isEqualTo(View.Page.SUSPENDED);
    }
}
