package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of this very process, on the kernel of this machine. */
class OpenCountTest {
    private static final Path SELF = Path.of("/proc/self");
    private static final Path FDS = SELF.resolve("fd");

    @TempDir
    Path folder;

    private long nanoTime = 1;
    private long taken;

    @Test
    void bothWaysAgreeOnAQuietProcess() {
        try (TableSize size = new TableSize(SELF, new OwnFiles())) {
            OpenCount probing = OpenCount.byProbing(FDS, size);
            // The JVM opens and closes now and then: a moment in which it does not must come.
            Await.until(
                    "both ways agree",
                    () -> probing.read() == OpenCount.bySize(FDS).read());
            assertThat(probing.read()).isPositive();
        }
    }

    @Test
    void bothWaysSeeWhatIsOpened() throws IOException {
        List<SocketChannel> opened = new ArrayList<>();
        try (TableSize size = new TableSize(SELF, new OwnFiles())) {
            OpenCount probing = OpenCount.byProbing(FDS, size);
            probing.read();
            SocketChannel.open().close(); // whatever the JVM opens for its first socket
            long before = OpenCount.bySize(FDS).read();
            for (int i = 0; i < 300; i++) {
                opened.add(SocketChannel.open());
            }
            assertThat(OpenCount.bySize(FDS).read()).isEqualTo(before + 300);
            assertThat(probing.read()).isEqualTo(before + 300);
        } finally {
            for (SocketChannel channel : opened) {
                channel.close();
            }
        }
    }

    @Test
    void missingFolderIsUnknown() {
        Path none = folder.resolve("none");
        try (TableSize size = new TableSize(none, new OwnFiles())) {
            assertThat(OpenCount.bySize(none).read()).isEqualTo(Reading.UNKNOWN);
            assertThat(OpenCount.byProbing(none, size).read()).isEqualTo(Reading.UNKNOWN);
            assertThat(OpenCount.choose(none, size).read()).isEqualTo(Reading.UNKNOWN);
        }
    }

    @Test
    void costlyCountIsTakenAtAHundredthOfTheTime() {
        OpenCount paced = OpenCount.paced(
                () -> {
                    nanoTime += TimeUnit.MILLISECONDS.toNanos(50);
                    return ++taken;
                },
                () -> nanoTime);
        assertThat(paced.read()).isEqualTo(1);
        nanoTime += TimeUnit.MILLISECONDS.toNanos(4900);
        assertThat(paced.read()).isEqualTo(1);
        nanoTime += TimeUnit.MILLISECONDS.toNanos(50);
        assertThat(paced.read()).isEqualTo(2);
    }

    @Test
    void aStalledCountIsRepeatedForTenSecondsAtTheMost() {
        AtomicLong now = new AtomicLong();
        AtomicLong count = new AtomicLong(128);
        OpenCount paced = OpenCount.paced(
                () -> {
                    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
                    return count.get();
                },
                now::get);
        assertThat(paced.read()).isEqualTo(128);
        count.set(41);

        now.addAndGet(TimeUnit.SECONDS.toNanos(8));
        assertThat(paced.read()).isEqualTo(128);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(paced.read()).isEqualTo(41);
    }

    @Test
    void whatAScanHasCountedIsSaidAtOnce() {
        AtomicLong now = new AtomicLong();
        OpenCount paced = OpenCount.paced(() -> now.addAndGet(1000), now::get);
        paced.read();

        paced.observed(77);

        assertThat(paced.read()).isEqualTo(77);
    }

    @Test
    void linksOfRealFilesAreTakenApart() throws IOException {
        Path fds = Files.createDirectory(folder.resolve("fd"));
        Path living = Files.writeString(folder.resolve("x (deleted)"), "alive");
        Files.createSymbolicLink(fds.resolve("0"), living);
        Files.createSymbolicLink(fds.resolve("1"), folder);
        Files.createSymbolicLink(fds.resolve("2"), Path.of("/dev/zero"));
        DescriptorLinks links = new DescriptorLinks(fds);
        List<String> kinds = new ArrayList<>();
        for (int fd : links.list()) {
            assertThat(links.read(fd)).isTrue();
            links.parse();
            links.lookAtPath();
            kinds.add(links.kind().label());
        }
        assertThat(kinds).containsExactly("regularFile", "directory", "device");
        assertThat(links.read(3)).isFalse();
    }
}
