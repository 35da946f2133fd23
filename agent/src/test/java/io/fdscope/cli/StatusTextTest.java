package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.blackbox.Figure;
import io.fdscope.sample.Sample;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private final Map<String, Number> figures = new LinkedHashMap<>();

    private final Map<String, String> facts = new LinkedHashMap<>();

    StatusTextTest() {
        Figure.all().forEach(figure -> figures.put(figure.name(), figure.of().apply(Sample.NONE)));
        figures.put("faultCount", 0L);
    }

    private String text(String note) {
        return new StatusText(new Status("black box", "42", true, note, figures, facts)).lines(10_000);
    }

    @Test
    void aProcessThatRunsFull() {
        facts.put("main", "com.example.Shop");
        facts.put("probe", "tables");
        figures.put("readingEpochMillis", 9_000L);
        figures.put("openCount", 64_214L);
        figures.put("softLimit", 65_536L);
        figures.put("hardLimit", Long.MAX_VALUE);
        figures.put("headroom", 1322L);
        figures.put("utilization", 64_214 / 65_536.0);
        figures.put("growthPerMinute", 812.4);
        figures.put("secondsToExhaustion", 97.6);
        figures.put("socketCount", 64_170L);
        figures.put("unidentifiedSocketCount", 64_020L);
        figures.put("heldAfterCloseCount", 5L);
        figures.put("droppedWithoutCloseCount", 1204L);
        figures.put("fileCount", 30L);
        figures.put("pipeCount", 4L);
        figures.put("anonInodeCount", 6L);
        figures.put("otherCount", 4L);
        figures.put("state.established", 149L);
        figures.put("state.listen", 1L);
        figures.put("state.udpUnbound", 20L);
        figures.put("state.unidentifiedSocketCount", 64_020L);
        figures.put("kernelTcpAllocated", 64_200L);
        figures.put("kernelTcpInUse", 152L);
        figures.put("kernelTcpOrphaned", 0L);
        figures.put("kernelTcpTimeWait", 12L);
        figures.put("systemOpenCount", 70_000L);
        figures.put("systemMaxCount", Long.MAX_VALUE);
        figures.put("lastScanMillis", 281.25);
        figures.put("scanShare", 0.0094);
        figures.put("scanCount", 77L);

        assertThat(text("")).isEqualTo("""
                fdscope status of 42 com.example.Shop (black box, read 1 s ago)

                  open     64,214 of 65,536 (98.0 %), 1,322 free; hard limit unlimited
                  growth   +812 a minute, full in 98 s
                  sockets  64,170, of which 64,020 unidentified (in none of the kernel's tables)
                  closing  5 closed in Java but still held, 1,204 dropped without close
                  others   files 30, pipes 4, anonymous inodes 6, other 4
                  states   established 149, listen 1, udpUnbound 20 (unidentified, too), unidentified 64,020
                  kernel   TCP allocated 64,200 on the host, in use 152, orphaned 0, time-wait 12
                  system   70,000 of unlimited open files
                  scan     281.3 ms, 0.94 % of one core, 77 so far, probe tables
                  faults   0 of fdscope's own
                """);
    }

    @Test
    void nothingIsKnown() {
        assertThat(text("process 42 is dead (killed or crashed); this is the last it wrote"))
                .isEqualTo("""
                fdscope status of 42 (black box)
                NOTE: process 42 is dead (killed or crashed); this is the last it wrote

                  open     unknown of unknown (share unknown), unknown free; hard limit unknown
                  growth   unknown yet
                  sockets  unknown, of which unknown unidentified (in none of the kernel's tables)
                  others   files unknown, pipes unknown, anonymous inodes unknown, other unknown
                  states   unknown
                  kernel   TCP allocated unknown on the host, in use unknown, orphaned unknown, time-wait unknown
                  system   unknown of unknown open files
                  scan     none yet
                  faults   0 of fdscope's own
                """);
    }
}
