package io.fdscope.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private static List<String> heard(String typed) {
        List<String> keys = new ArrayList<>();
        new Keyboard(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), key -> keys.add(key.name()))
                .listen();
        return keys;
    }

    @Test
    void charactersAreKeysAndTheEndIsOne() {
        assertThat(heard("q ?j\r\n\u0003\u001a\u007f"))
                .containsExactly("q", " ", "?", "j", "enter", "enter", "^C", "^Z", "escape", "hang up");
    }

    @Test
    void sequencesOfBothModesAreOneKeyEach() {
        assertThat(heard("\u001b[A\u001b[B\u001bOA\u001bOB\u001b[5~\u001b[6~\u001b[H\u001b[4~"))
                .containsExactly("up", "down", "up", "down", "page up", "page down", "home", "end", "hang up");
    }

    @Test
    void escapeAloneIsAKey() {
        assertThat(heard("\u001b")).containsExactly("escape", "hang up");
    }

    @Test
    void aSequenceThatIsNotKnownIsNoOtherKey() {
        assertThat(heard("\u001b[24;5~q\u001b[<0;3;4Mä"))
                .containsExactly("unknown", "q", "unknown", "unknown", "unknown", "hang up");
    }
}
