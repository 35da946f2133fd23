package io.fdscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.blackbox.BlackBoxFolder;
import io.fdscope.blackbox.BlackBoxReader;
import io.fdscope.blackbox.BlackBoxWriter;
import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the black box is made, and when it is tried again. */
class StatusFileTest {
    private static final String AGAIN = "; it is tried again, and the MXBean and the events work without it";

    @TempDir
    private Path temporary;

    private final Faults faults = new Faults();
    private final List<String> said = new ArrayList<>();
    private final Complaints complaints = new Complaints(faults, new Announcer(said::add));
    private final WatchedProcess process =
            new WatchedProcess(Path.of("/proc"), 0, SamplerPeriods.DEFAULT, faults, complaints.announcer());
    private final List<Long> triedAt = new ArrayList<>();
    private long seconds;

    @AfterEach
    void close() {
        process.close();
    }

    private StatusFile file(StatusFile.Opening opening) {
        StatusFile.Opening noted = () -> {
            triedAt.add(seconds);
            return opening.open();
        };
        return new StatusFile(noted, process, complaints, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private BlackBoxWriter open(Path folder) throws IOException {
        return BlackBoxWriter.open(
                BlackBoxFolder.of(folder, "me"), new FakeVerdicts().sources(), faults, Map.of("main", "Shop"));
    }

    @Test
    void whatCannotBeMadeAtFirstIsMadeLaterAndHasTheLastSample() throws IOException {
        Path later = temporary.resolve("later");
        Path box = later.resolve("fdscope_me/" + ProcessHandle.current().pid());
        long open = process.sampler().scanNow().reading().openCount();
        StatusFile file = file(() -> open(later));

        file.make();
        seconds++;
        file.betweenSamples();
        assertThat(said).containsExactly("no black box: " + later + " does not exist" + AGAIN);

        Files.createDirectory(later);
        seconds += 60;
        file.betweenSamples();
        assertThat(said).hasSize(2).last().isEqualTo("there is a black box now: " + box);
        assertThat(BlackBoxReader.read(box).figures()).containsEntry("openCount", open);

        long next = process.sampler().scanNow().reading().epochMillis();
        file.accept(process.sampler().latest());
        assertThat(BlackBoxReader.read(box).figures()).containsEntry("readingEpochMillis", next);
        file.ended();
        assertThat(BlackBoxReader.read(box).endedInOrder()).isTrue();
        file.close();
        assertThat(box).doesNotExist();
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void whatIsThereAtOnceIsNotSaid() throws IOException {
        StatusFile file = file(() -> open(temporary));
        file.make();
        file.close();

        assertThat(said).isEmpty();
    }

    @Test
    void itIsTriedEverMoreRarelyDownToOnceAMinute() {
        StatusFile file = file(() -> {
            throw new IOException("the disk is full");
        });

        file.make();
        while (seconds < 300) {
            seconds++;
            file.accept(process.sampler().latest());
        }

        assertThat(triedAt).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L);
        assertThat(said).containsExactly("no black box: the disk is full" + AGAIN);
    }

    /** As where the application has used all of the direct memory, or a library of the JDK's cannot be loaded. */
    @Test
    void anErrorOfTheJvmIsCountedAndGoesNoFurther() {
        StatusFile file = file(() -> {
            throw new UnsatisfiedLinkError("libnet.so: cannot open");
        });

        file.make();

        assertThat(said)
                .containsExactly("no black box: java.lang.UnsatisfiedLinkError: libnet.so: cannot open" + AGAIN);
        assertThat(faults.byKind()).containsOnly(Map.entry("blackbox: java.lang.UnsatisfiedLinkError", 1L));
    }

    @Test
    void onceItIsOverNoMoreIsTried() throws IOException {
        StatusFile file = file(() -> {
            throw new IOException("the disk is full");
        });
        file.make();
        file.close();

        seconds = 1000;
        file.betweenSamples();

        assertThat(triedAt).containsExactly(0L);
    }

    @Test
    void oneThatIsMadeWhileItEndsIsRemoved() {
        List<StatusFile> ending = new ArrayList<>();
        StatusFile file = file(() -> {
            ending.get(0).close();
            return open(temporary);
        });
        ending.add(file);

        file.make();

        assertThat(temporary.resolve("fdscope_me")).isEmptyDirectory();
    }
}
