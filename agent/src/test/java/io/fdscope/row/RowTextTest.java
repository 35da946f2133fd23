package io.fdscope.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowTextTest {
    private static Row row() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "two\nlines, a \\n and a \\");
        values.put("empty", "");
        values.put("count", 42L);
        values.put("growth", Double.NaN);
        values.put("estimated", true);
        values.put("stack", List.of("a.B.c(B.java:1)", "d"));
        Map<String, Long> endpoints = new LinkedHashMap<>();
        endpoints.put("db 1:3306", 7L);
        endpoints.put("/run/some socket", 3L);
        values.put("endpoints", endpoints);
        values.put("closingStack", List.of());
        values.put("countByState", Map.of());
        return new Row(values);
    }

    @Test
    void everyTypeHasItsLine() {
        assertThat(RowText.write(List.of(row(), new Row(Map.of())))).isEqualTo("""
                S text two\\nlines, a \\\\n and a \\\\
                S empty\s
                J count 42
                D growth NaN
                B estimated true
                L stack a.B.c(B.java:1)
                L stack d
                M endpoints 7 db 1:3306
                M endpoints 3 /run/some socket
                L closingStack
                M countByState
                .
                .
                """);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        List<Row> rows = List.of(row(), row());

        assertThat(RowText.parse(RowText.write(rows))).isEqualTo(rows);
        assertThat(RowText.parse("")).isEmpty();
    }

    @Test
    void aRowThatIsCutOffIsLeftOut() {
        String text = RowText.write(List.of(row(), row()));

        assertThat(RowText.parse(text.substring(0, text.length() - 3))).containsExactly(row());
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        assertThat(RowText.parse("J count many\nX later 1\nJ\n\nM ends x y\nS name ok\nL name two\n.\n"))
                .containsExactly(new Row(Map.of("name", "ok")));
    }

    @Test
    void randomTextGivesRowsAndNeverFails() {
        Random random = new Random(42);
        String alphabet = "SJDBLM. \n\\n0x";
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<Row> rows = RowText.parse(text.toString());

            assertThat(RowText.parse(RowText.write(rows))).hasSameSizeAs(rows);
        }
    }
}
