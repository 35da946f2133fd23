package io.fdscope.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SamplerPeriods;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedProcessTest {
    @TempDir
    Path folder;

    private final Faults faults = new Faults();
    private final List<String> said = new ArrayList<>();

    @Test
    void withoutProcNothingIsKnownAndItIsSaidOnce() {
        Path none = folder.resolve("none");
        try (WatchedProcess watched = watch(none)) {
            assertNothingIsKnown(watched.sampler().scanNow());
            assertNothingIsKnown(watched.sampler().scanNow());
            assertThat(watched.spare().held()).isZero();
        }
        assertThat(said)
                .containsExactly(
                        none + "/self/fd does not exist (not Linux?): descriptors stay unknown",
                        "cannot read " + none + "/self/limits: its figures stay unknown",
                        "cannot read " + none + "/sys/fs/file-nr: its figures stay unknown",
                        "cannot read " + none + "/self/net/sockstat: its figures stay unknown");
    }

    @Test
    void fileInPlaceOfTheFolderIsNoFolder() throws IOException {
        Path root = GoldenProc.unpack("linux-6.18", folder);
        emptyFdFolder(root);
        Files.delete(root.resolve("self/fd"));
        Files.writeString(root.resolve("self/fd"), "no folder");
        try (WatchedProcess watched = watch(root)) {
            Sample sample = watched.sampler().scanNow();
            assertThat(sample.scan().known()).isFalse();
            assertThat(sample.reading().limits()).as("what can be read is read").isEqualTo(new Limits(20_000, 20_000));
            assertThat(sample.probe()).isEqualTo("none");
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void numbersThatAreNoLinksAreSaidOnce() throws IOException {
        Path root = GoldenProc.unpack("linux-6.18", folder);
        emptyFdFolder(root);
        Files.writeString(root.resolve("self/fd/0"), "no link");
        try (WatchedProcess watched = watch(root)) {
            assertThat(watched.sampler().scanNow().scan().unidentified()).isEqualTo(Reading.UNKNOWN);
        }
        assertThat(said)
                .containsExactly("cannot look into " + root + "/self/fd (java.nio.file.NotLinkException: " + root
                        + "/self/fd/0): kinds and states of descriptors stay unknown");
    }

    @Test
    void withoutSocketTablesOnlyTheStatesAreUnknown() throws IOException {
        Path root = GoldenProc.unpack("linux-6.18", folder);
        try (Stream<Path> tables = Files.list(root.resolve("self/net"))) {
            for (Path table : tables.filter(path -> !path.endsWith("sockstat")).toList()) {
                Files.delete(table);
            }
        }
        try (WatchedProcess watched = watch(root)) {
            Sample sample = watched.sampler().scanNow();
            assertThat(sample.scan().count(DescriptorGroup.SOCKET)).isEqualTo(10);
            assertThat(sample.scan().unidentified()).isEqualTo(Reading.UNKNOWN);
        }
        assertThat(said)
                .containsExactly("cannot read the tables under " + root + "/self/net: states of sockets stay unknown");
    }

    @Test
    void thisVeryProcessIsKnownAndNothingIsSaid() throws IOException {
        try (WatchedProcess watched = watch(Path.of("/proc"));
                SocketChannel unconnected = SocketChannel.open()) {
            assertThat(unconnected.isOpen()).isTrue();
            Sample sample = watched.sampler().scanNow();
            assertThat(sample.scan().known()).isTrue();
            assertThat(sample.scan().unidentified()).isPositive();
            assertThat(sample.reading().systemFiles().open()).isPositive();
            assertThat(sample.reading().sockets().tcpAllocated()).isPositive();
            assertThat(sample.scan().table().size() + sample.scan().own())
                    .isBetween(
                            (int) sample.reading().openCount() - 2,
                            (int) sample.reading().openCount() + 2);
        }
        assertThat(said).isEmpty();
        assertThat(faults.byKind()).isEmpty();
    }

    private void assertNothingIsKnown(Sample sample) {
        assertThat(sample.reading().openCount()).isEqualTo(Reading.UNKNOWN);
        assertThat(sample.reading().headroom()).isEqualTo(Reading.UNKNOWN);
        assertThat(sample.reading().limits()).isEqualTo(Limits.UNKNOWN);
        assertThat(sample.reading().systemFiles()).isEqualTo(SystemFiles.UNKNOWN);
        assertThat(sample.scan().count(DescriptorGroup.SOCKET)).isEqualTo(Reading.UNKNOWN);
        assertThat(sample.scan().unidentified()).isEqualTo(Reading.UNKNOWN);
        assertThat(faults.byKind()).isEmpty();
    }

    private WatchedProcess watch(Path procRoot) {
        return new WatchedProcess(procRoot, 4, SamplerPeriods.DEFAULT, faults, new Announcer(said::add));
    }

    private static void emptyFdFolder(Path root) throws IOException {
        try (Stream<Path> links = Files.list(root.resolve("self/fd"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }
}
