package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.row.Row;
import io.fdscope.row.RowText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FdsTextTest {
    private static final List<Row> ROWS = RowText.parse("""
            J fd 7
            S kind regularFile
            S protocol\s
            S state\s
            S local\s
            S remote\s
            J ageMillis 7200000
            .
            J fd 41
            S kind socket
            S protocol tcp6
            S state CLOSE_WAIT
            S local 127.0.0.1:8080
            S remote 10.0.0.2:40007
            S endpoint\s
            J ageMillis 65000
            S creationSite org.example.Server.accept(Server.java:17)
            .
            J fd 1042
            S kind socket
            S protocol unknown
            S state UNIDENTIFIED
            S local\s
            S remote\s
            S endpoint db-1:3306
            J ageMillis 3000
            S creationSite com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
            .
            """);

    @Test
    void theTableIsAsWideAsItsCells() {
        assertThat(new FdsText(ROWS, 1000).lines()).isEqualTo("""
                  FD  KIND         STATE         LOCAL           REMOTE          AGE   CREATED AT
                   7  regularFile                                                2 h
                  41  tcp6         CLOSE_WAIT    127.0.0.1:8080  10.0.0.2:40007  65 s  org.example.Server.accept(Server.java:17)
                1042  socket       UNIDENTIFIED                  db-1:3306       3 s   com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                """);
    }

    @Test
    void whereThereMayBeMoreItSaysSo() {
        assertThat(new FdsText(ROWS, 3).lines()).endsWith("\n(the first 3; --limit gives more)\n");
        assertThat(new FdsText(List.of(), 3).lines()).isEqualTo("FD  KIND  STATE  LOCAL  REMOTE  AGE  CREATED AT\n");
    }

    @Test
    void aPathOrAHostCannotBeginARow() {
        Row hostile = new Row(Map.of(
                "fd",
                9L,
                "kind",
                "socket",
                "local",
                "/tmp/a\n  10  tcp6\u001b[31m",
                "remote",
                "",
                "endpoint",
                "b\u202e\nc:80"));

        assertThat(new FdsText(List.of(hostile), 10).lines().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(" 9  socket         /tmp/a   10  tcp6 [31m  b  c:80");
    }

    @Test
    void jsonHoldsEveryValue() {
        assertThat(new RowsJson("descriptors", ROWS.subList(1, 2)).write(ROWS.get(0)))
                .startsWith("{\n  \"fd\" : 7,\n  \"kind\" : \"regularFile\",")
                .contains("\"state\" : \"CLOSE_WAIT\"", "\"ageMillis\" : 65000");
    }
}
