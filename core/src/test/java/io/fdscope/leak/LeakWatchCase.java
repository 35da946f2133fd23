package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Shop;
import io.fdscope.descriptor.SocketState;
import io.fdscope.fixture.Attempts;
import io.fdscope.origin.ConnectAttempt;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A shop with a ledger and a watch. The thresholds are the defaults. */
abstract class LeakWatchCase {
    final WatchedProgram program = new WatchedProgram();
    final Shop shop = new Shop(program.ledger);
    Map<String, Long> expectedFaults = Map.of();

    @AfterEach
    void nothingOfOursFailed() {
        assertThat(program.faults.byKind()).isEqualTo(expectedFaults);
    }

    final Suspect suspectAt(int seconds) {
        List<Suspect> standing = program.scanAt(seconds).standing();
        assertThat(standing).hasSize(1);
        return standing.get(0);
    }

    final void leak(int from, int count, SocketState state) {
        for (int fd = from; fd < from + count; fd++) {
            shop.order(fd);
        }
        program.are(from, count, state);
    }

    static ConnectAttempt attempt(String host, ConnectAttempt.Outcome outcome) {
        return Attempts.at(System.nanoTime(), Attempts.end(host, "192.0.2.1", 3306), outcome);
    }
}
