package io.fdscope.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.row.Row;
import io.fdscope.terminal.Key;
import io.fdscope.terminal.Line;
import io.fdscope.terminal.Look;
import io.fdscope.terminal.Palette;
import io.fdscope.terminal.Piece;
import io.fdscope.terminal.Size;
import io.fdscope.terminal.Style;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whole screens, as text. */
class TopScreenTest {
    private static final Look RICH = new Look(Palette.RICH, true);
    private static final Look ASCII = new Look(Palette.SIXTEEN, false);

    private static List<Line> lines(Look look, View view, long now) {
        return new TopScreen(look, ZoneOffset.UTC).lines(view, now);
    }

    private static String text(Look look, View view) {
        return lines(look, view, Glances.NOON).stream()
                .map(line -> line.text().stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static View view(int columns, int rows, Glance glance) {
        return View.first(new Size(columns, rows)).after(glance);
    }

    @Test
    void aLeakOnAnUsualTerminal() {
        assertThat(text(RICH, view(80, 24, Glances.leaking()))).isEqualTo("""
                fdscope 4242  org.example.Shop                               black box  12:00:00
                It leaks: 640 sockets.
                open    812 of 1,024 ████████████████████████████████████████░░░░░░░░░░░  79.3 %
                free    212   growth +75 a minute   full in 3 min           hard limit 1,048,576
                   1,024 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                         ┤                                                           ▁▁▂▃▃▄▄▅▅▆▆
                         ┤                                           ▁▁▂▂▃▃▄▄▅▅▆▆▇▇▁▁▂▂▃▃▃▄▄▅▅▆▆
                     512 ┤                           ▁▁▂▂▃▃▄▄▅▅▆▆▇▇▂▂▃▃▄▄▅▅▅▆▆▇▇████████████████
                         ┤           ▁▁▂▂▃▃▄▄▅▅▆▆▇▇▃▄▄▄▅▅▆▆▆▇▇██████████████████████████████████
                         ┤▃▄▄▅▅▆▆▇▇▄▅▅▆▆▆▇▇█████████████████████████████████████████████████████
                          10 min ago   ■ open  ■ of these unidentified                       now
                ████████████████████████████████████████████████████████████████████████████████
                ■ unidentified 640   ■ sockets 112   ■ files 12   ■ pipes 4   ■ anon inodes 6
                states  unidentified 640   established 74   close wait 38
                SUSPECTS 2   OPEN   UNIDENT   HELD     /MIN   OLDEST  WHAT
                ▸             640       640      0      +71    9 min  never connected
                    com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                               38         0      0        ?    9 min  close wait
                    org.example.Poller.poll(Poller.java:17)
                NEWS
                  12:00:00  suspect: org.example.Poller.poll(Poller.java:17) (38 open)
                  12:00:00  suspect: …Factory.connect(StandardSocketFactory.java:203) (640 open)

                 q  quit   ?  help   ⏎  stack   v  verdict   space  pause   ↑↓  choose""");
    }

    @Test
    void aClockThatWasSetBackTakesNoPlaceOnTheGraph() {
        assertThat(text(RICH, view(80, 24, Glances.setBack()))).contains("812 of 1,024", "5 min ago", "now");
    }

    @Test
    void allOfASuspect() {
        assertThat(text(RICH, view(80, 24, Glances.leaking()).after(Key.ENTER))).isEqualTo("""
                fdscope 4242  org.example.Shop                               black box  12:00:00
                It leaks: 640 sockets.
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                never connected: sockets created, never connected nor bound, and not closed

                open     640, of these unidentified 640, held after close 0
                growth   +71 a minute; the oldest is 9 min old
                created  640 since tracing began; 0 closed by the garbage collector
                program  unknown whether it still refers to them: 'fdscope why --gc' finds out
                thread   pool-1-thread-3
                states   640 unidentified
                to       640 db-1:3306

                CREATED AT
                  java.net.Socket.<init>(Socket.java:117)
                  com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                  com.mysql.jdbc.MysqlIO.<init>(MysqlIO.java:301)
                  org.example.Shop.pay(Shop.java:42)





                 q  quit   ?  help   esc  back   ↑↓  scroll""");
    }

    @Test
    void exhaustionOnASmallTerminalWithoutUnicode() {
        assertThat(text(new Look(Palette.NONE, false), view(60, 20, Glances.full())))
                .isEqualTo("""
                fdscope 4242  org.example.Shop           black box  12:00:00
                It leaks: 640 sockets.
                open    1,024 of 1,024 ######################## 100.0 % FULL
                free    0   growth +75 a minute    FULL
                   1,024 |-------------------------------------------------#
                         |                                   ##:::::::::::::
                         |                      ::::::::::::::::::::::::::::
                         |         :::::::::::::::::::::::::::::::::::::::::
                          10 min ago   # open  : of these unidentified   now
                UUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUSSSSSSSP
                U unidentified 852   S sockets 112   F files 12   P pipes 4
                states  unidentified 852   established 74   close wait 38
                SUSPECTS 1   OPEN     /MIN   OLDEST  WHAT
                >             640      +71    9 min  never connected
                    ...SocketFactory.connect(StandardSocketFactory.java:203)
                NEWS
                  12:00:00  suspect: ...rdSocketFactory.java:203) (640 open)
                  12:00:00  no descriptor left: 1,024 of 1,024 open

                 q  quit   ?  help   enter  stack   v  verdict""");
    }

    @Test
    void deathOnALargeTerminalWithoutColours() {
        assertThat(text(new Look(Palette.NONE, true), view(120, 36, Glances.dead())))
                .isEqualTo("""
                fdscope 4242  org.example.Shop                                                                       black box  12:00:00
                 process 4242 is dead (killed or crashed); this is the last it wrote
                open    1,024 of 1,024 ████████████████████████████████████████████████████████████████████████████████████ 100.0 % FULL
                free    0   growth +75 a minute    FULL                                                             hard limit 1,048,576
                   1,024 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▁▂▃▃▄▅▆▇█
                         ┤                                                                                            ▁▂▃▃▄▅▆▇██████████
                         ┤                                                                                   ▁▂▃▃▄▅▆▇████████████████▒▒▒
                         ┤                                                                          ▁▂▃▃▄▅▆▇███████████████▒▒▒▒▒▒▒▒▒▒▒▒▒
                         ┤                                                                 ▁▂▃▃▄▅▆▇██████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                         ┤                                                        ▁▁▃▃▄▅▆▇████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                         ┤                                               ▁▂▂▃▄▅▆▇███████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                     472 ┤                                      ▁▂▂▃▄▅▆▇██████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                         ┤                             ▁▂▃▃▄▅▆▇████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                         ┤                    ▁▁▃▃▄▅▆▇███████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                         ┤           ▁▁▂▃▄▅▆▇██████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                         ┤  ▁▁▂▃▄▅▆▇█████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                         ┤▇███▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                          10 min ago   █ open  ▒ of these unidentified                                                               now

                UUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUSSSSSSSSSSSSSSFFA
                U unidentified 852   S sockets 112   F files 12   P pipes 4   A anon inodes 6   O other 2
                states  unidentified 852   established 74   close wait 38

                SUSPECTS 1   OPEN   UNIDENT   HELD     /MIN   OLDEST  WHAT              CREATED AT
                ▸             640       640      0      +71    9 min  never connected   …Factory.connect(StandardSocketFactory.java:203)
                NEWS
                  12:00:00  dead: process 4242 is dead (killed or crashed); this is the last it wrote
                  12:00:00  suspect: com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203) (640 open)
                  12:00:00  no descriptor left: 1,024 of 1,024 open

                VERDICT
                  It leaks: 640 sockets.

                  What to do now: close them.

                 q  quit   ?  help   ⏎  stack   v  verdict   space  pause   ↑↓  choose""");
    }

    @Test
    void nothingWrong() {
        assertThat(text(RICH, view(100, 30, Glances.healthy()))).isEqualTo("""
                fdscope 4242  org.example.Shop                                                   black box  12:00:00
                No leak is seen.
                open    61 of 1,048,576 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   0.0 %
                free    1,048,515   growth +0 a minute   not running full                       hard limit 1,048,576
                      80 ┤
                         ┤
                         ┤
                         ┤▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▇
                         ┤██████████████████████████████████████████████████████████████████████████████████████████
                         ┤██████████████████████████████████████████████████████████████████████████████████████████
                         ┤██████████████████████████████████████████████████████████████████████████████████████████
                      36 ┤██████████████████████████████████████████████████████████████████████████████████████████
                         ┤██████████████████████████████████████████████████████████████████████████████████████████
                         ┤██████████████████████████████████████████████████████████████████████████████████████████
                         ┤██████████████████████████████████████████████████████████████████████████████████████████
                         ┤██████████████████████████████████████████████████████████████████████████████████████████
                         ┤██████████████████████████████████████████████████████████████████████████████████████████
                          10 min ago   ■ open  ■ of these unidentified                                           now

                ████████████████████████████████████████████████████████████████████████████████████████████████████
                ■ unidentified 0   ■ sockets 12   ■ files 12   ■ pipes 4   ■ anon inodes 6   ■ other 2
                states  established 10

                SUSPECTS
                  none: no place in the program is seen to leak sockets




                 q  quit   ?  help   ⏎  stack   v  verdict   space  pause   ↑↓  choose""");
    }

    @Test
    void help() {
        assertThat(text(RICH, view(80, 24, Glances.healthy()).after(new Key("?"))))
                .isEqualTo("""
                fdscope 4242  org.example.Shop                               black box  12:00:00
                No leak is seen.
                KEYS
                  ↑↓, j, k        choose a suspect; scroll
                  ⏎               all of the chosen suspect, with its stack; and back
                  v               the verdict in words; and back
                  space           pause, and go on
                  esc             back
                  q, ctrl-C       quit
                  ctrl-Z          to the shell; 'fg' comes back

                WORDS
                  unidentified    a socket in none of the kernel's tables: never connected, or
                                  long over, and not closed
                  held            closed in Java, but its descriptor is still there
                  /min            growth a minute
                  dropped         lost without close; a garbage collection closes it
                  full in         when the soft limit is reached at this pace

                Counts by kind leave out what is fdscope's own. By process id the black box is
                    read, also when the process has no descriptor left, hangs, or is dead.


                 q  quit   ?  help   esc  back   ↑↓  scroll""");
    }

    @Test
    void theLevelIsToldByColourAndByWord() {
        List<Line> full = lines(RICH, view(80, 24, Glances.full()), Glances.NOON);

        assertThat(full.get(2).pieces()).last().isEqualTo(new Piece(" 100.0 % FULL", Style.RED));
        assertThat(full.get(3).pieces()).contains(new Piece(" FULL ", Style.ON_RED));
        assertThat(lines(RICH, view(80, 24, Glances.leaking()), Glances.NOON)
                        .get(2)
                        .pieces())
                .last()
                .isEqualTo(new Piece("  79.3 %", Style.GREEN));
    }

    @Test
    void theChosenSuspectStandsOutOverTheWholeWidth() {
        View view = view(120, 34, Glances.leaking()).after(Key.DOWN);

        assertThat(lines(RICH, view, Glances.NOON))
                .filteredOn(line -> line.pieces().stream().anyMatch(piece -> piece.style() == Style.CHOSEN)
                        && line.pieces().size() == 1)
                .singleElement()
                .satisfies(line -> assertThat(line.text())
                        .hasSize(120)
                        .startsWith("▸")
                        .contains("org.example.Poller.poll(Poller.java:17)"));
    }

    @Test
    void everySizeIsFilledAndNothingStandsOut() {
        for (Look look : List.of(RICH, ASCII)) {
            for (Glance glance : List.of(Glances.leaking(), Glances.healthy(), Glances.full(), Glances.dead())) {
                for (String key : List.of("x", "enter", "v", "?", " ", "down")) {
                    for (int columns = 40; columns <= 200; columns += 23) {
                        for (int rows = 10; rows <= 60; rows += 10) {
                            View view = view(columns, rows, glance).after(new Key(key));
                            List<Line> lines = lines(look, view, Glances.NOON + 60_000);
                            int width = columns;
                            assertThat(lines).hasSize(rows);
                            assertThat(lines)
                                    .as("%d columns, %d rows, key %s", columns, rows, key)
                                    .allMatch(line -> line.width() <= width);
                        }
                    }
                }
            }
        }
    }

    @Test
    void withoutUnicodeThereIsOnlyAscii() {
        for (String key : List.of("x", "enter", "v", "?")) {
            assertThat(text(ASCII, view(120, 40, Glances.leaking()).after(new Key(key))))
                    .matches("[\\n -~]*");
        }
    }

    @Test
    void noEscapeSequenceOfAThreadOrAHostReachesTheTerminal() {
        String bad = "\u001b]0;owned\u0007\u009b31m\r\n\u202e";
        Map<String, Object> values = new LinkedHashMap<>(Glances.driver().values());
        for (String name : List.of("creationSite", "creationThread", "cause", "causeName", "reachability")) {
            values.put(name, bad);
        }
        values.put("stack", List.of(bad));
        values.put("endpoints", Map.of(bad, 1L));
        View view = view(100, 40, Glances.with(new Row(values)));

        for (View shown : List.of(view, view.after(Key.ENTER), view.afterFailure(bad))) {
            assertThat(text(RICH, shown)).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
        }
    }

    @Test
    void whileTheGrowthIsUnknownNothingIsSaidOfTheFuture() {
        assertThat(text(RICH, view(80, 24, Glances.begun())))
                .containsPattern("\nfree    \\d+   growth unknown +hard limit")
                .doesNotContain("not running full");
    }

    @Test
    void kindsAndStatesOfAScanThatIsOldSayHowOldItIs() {
        String states = "\nstates  unidentified 640   established 74   close wait 38";

        assertThat(text(RICH, view(80, 24, Glances.scanned(14_000)))).contains(states + "\n");
        assertThat(text(RICH, view(80, 24, Glances.scanned(41_000)))).contains(states + "         as of 41 s ago\n");
        assertThat(text(RICH, view(60, 20, Glances.scanned(240_000))))
                .contains("\nstates  unidentified 640   established 74    as of 4 min ago\n");
    }

    @Test
    void aTerminalThatIsTooSmallIsTold() {
        assertThat(text(RICH, view(39, 24, Glances.leaking()))).startsWith("fdscope: this terminal is too small");
    }

    @Test
    void aSilentProcessIsToldAndAFailureTakesItsPlace() {
        View view = view(80, 24, Glances.leaking());

        assertThat(lines(RICH, view, Glances.NOON + 4_000).get(1).text()).isEqualTo("It leaks: 640 sockets.");
        Line silent = lines(RICH, view, Glances.NOON + 65_000).get(1);
        assertThat(silent.text().strip())
                .isEqualTo("no reading for 65 s: the process hangs or is stopped; this is the last it wrote");
        assertThat(silent.pieces().get(0).style()).isEqualTo(Style.ON_ORANGE);
        assertThat(lines(RICH, view.afterFailure("cannot reach db-1:9010"), Glances.NOON)
                        .get(1)
                        .text()
                        .strip())
                .isEqualTo("cannot reach db-1:9010");
    }
}
