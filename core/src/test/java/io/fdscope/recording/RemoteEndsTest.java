package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.fixture.FakeEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemoteEndsTest {
    private final RemoteEnds ends = new RemoteEnds(new TimeBuckets());

    private void connect(String host, boolean succeeds) {
        ends.connected(FakeEvent.of(
                EventNames.SOCKET_CONNECTED,
                FakeEvent.START,
                Map.of(
                        FieldNames.HOST,
                        host,
                        FieldNames.PORT,
                        443,
                        FieldNames.SUCCEEDED,
                        succeeds,
                        FieldNames.FAILURE,
                        succeeds ? "" : "refused")));
    }

    private void crawl() {
        for (int i = 0; i < RemoteEnds.MOST_ENDS; i++) {
            connect("site-" + i, true);
        }
    }

    @Test
    void aFailureFindsRoomHoweverManyEndsThereAre() {
        connect("often", true);
        connect("often", true);
        crawl();
        for (int i = 0; i < 5_000; i++) {
            connect("db-1", false);
        }

        assertThat(ends.ends()).hasSize(RemoteEnds.MOST_ENDS);
        assertThat(ends.ends().get(0).address().name()).isEqualTo("db-1:443");
        assertThat(ends.ends().get(0).failed().total()).isEqualTo(5_000);
        assertThat(ends.ends()).anyMatch(end -> end.address().host().equals("often"));
        assertThat(ends.leftOut()).isEqualTo(2); // The last of the crawl, and what went for db-1.
    }

    @Test
    void whatSucceedsFindsRoomOnlyWhileThereIsSome() {
        crawl();
        connect("one more", true);

        assertThat(ends.ends()).noneMatch(end -> end.address().host().equals("one more"));
        assertThat(ends.leftOut()).isEqualTo(1);
    }

    @Test
    void anEndThatComesInLateBringsWhatSucceededBefore() {
        crawl();
        for (int i = 0; i < 30; i++) {
            connect("api", true);
        }
        connect("api", false);
        connect("site-0", true);

        RemoteEnds.End api = ends.ends().get(0);
        assertThat(api.address().host()).isEqualTo("api");
        assertThat(api.failed().total()).isEqualTo(1);
        assertThat(api.attempts().total()).isEqualTo(31);
        assertThat(ends.ends().stream().mapToLong(end -> end.attempts().total()).sum() + ends.leftOut())
                .isEqualTo(RemoteEnds.MOST_ENDS + 32);
    }

    @Test
    void whereAllHaveFailedTheFirstStay() {
        for (int i = 0; i < RemoteEnds.MOST_ENDS; i++) {
            connect("down-" + i, false);
        }
        connect("one more", false);

        assertThat(ends.ends())
                .hasSize(RemoteEnds.MOST_ENDS)
                .allMatch(end -> end.failed().total() == 1);
        assertThat(ends.leftOut()).isEqualTo(1);
    }

    @Test
    void anEndIsCalledByItsHostAndWithoutAPortByThatAlone() {
        assertThat(new RemoteEnds.Address("db-1", "192.0.2.1", 3306).name()).isEqualTo("db-1:3306");
        assertThat(new RemoteEnds.Address("", "192.0.2.1", 3306).name()).isEqualTo("192.0.2.1:3306");
        assertThat(new RemoteEnds.Address("", "/run/app.sock", 0).name()).isEqualTo("/run/app.sock");
        assertThat(new RemoteEnds.Address("", "", 0).name()).isEqualTo("?");
    }
}
