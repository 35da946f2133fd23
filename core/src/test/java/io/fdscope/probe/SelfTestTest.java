package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.fixture.Natives;
import io.fdscope.procfs.DescriptorLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A probe is condemned for good where its answers are wrong, and only there. */
class SelfTestTest {
    @TempDir
    Path claimed;

    @TempDir
    Path real;

    @BeforeEach
    void openSome() throws IOException {
        for (Path folder : Stream.of(claimed, real).toList()) {
            GoldenProc.link(folder, 0, "/dev/null");
            GoldenProc.link(folder, 1, "socket:[1001]");
        }
    }

    static Stream<String> natives() {
        return Natives.here();
    }

    @ParameterizedTest
    @MethodSource("natives")
    void filesAndSocketsThatTakeEachOthersNumbersCondemnNoProbe(String probe) throws IOException {
        assertThat(ForkedProcess.run(ForkedProcess.java(Natives.flags(probe), SelfTestMain.class, probe, "200")
                        .toArray(String[]::new)))
                .containsExactly("PASSED 200");
    }

    @Test
    void rightAnswersPassAndNothingButSocketsIsPolled() throws IOException {
        FakeKernel kernel = new FakeKernel(real);
        new SelfTest(kernel, new DescriptorLinks(claimed)).run();
        assertThat(kernel.polled).containsExactly(1);
    }

    @Test
    void numberThatNeverHoldsStillTellsNothing() throws IOException {
        FakeKernel kernel = new FakeKernel(real);
        kernel.duringPoll = () -> replaceSocket(1002 + kernel.polled.size());
        new SelfTest(kernel, new DescriptorLinks(real)).run();
        assertThat(kernel.polled).hasSizeGreaterThan(1);
    }

    private void replaceSocket(int inode) {
        assertThat(real.resolve("1").toFile().delete()).isTrue();
        assertThatCode(() -> GoldenProc.link(real, 1, "socket:[" + inode + "]")).doesNotThrowAnyException();
    }

    @Test
    void whoGetsNoAnswerOnAnythingThatIsOpenIsWrong() throws IOException {
        Files.delete(claimed.resolve("1"));
        Files.delete(real.resolve("1"));
        FakeKernel kernel = new FakeKernel(real);
        kernel.statsFiles = true;
        kernel.refusesStat = true;
        assertThatIllegalStateException()
                .isThrownBy(() -> new SelfTest(kernel, new DescriptorLinks(claimed)).run())
                .withMessage("its answer on descriptor 0 is wrong");
    }

    @Test
    void anotherInodeThanTheLinkSaysIsWrong() throws IOException {
        Files.delete(real.resolve("1"));
        GoldenProc.link(real, 1, "socket:[1002]");
        assertWrong(1);
    }

    @Test
    void socketThatIsTakenForNoneIsWrong() throws IOException {
        Files.delete(real.resolve("1"));
        GoldenProc.link(real, 1, "/dev/null");
        assertWrong(1);
    }

    @Test
    void fileThatIsTakenForASocketIsWrong() throws IOException {
        Files.delete(real.resolve("0"));
        GoldenProc.link(real, 0, "socket:[1002]");
        assertWrong(0);
    }

    @Test
    void numberThatCannotBeOpenAndIsTakenForItIsWrong() throws IOException {
        GoldenProc.link(real, Integer.MAX_VALUE, "/dev/null");
        assertWrong(Integer.MAX_VALUE);
    }

    private void assertWrong(int fd) {
        SelfTest test = new SelfTest(new FakeKernel(real), new DescriptorLinks(claimed));
        assertThatThrownBy(test::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("its answer on descriptor " + fd + " is wrong");
    }
}
