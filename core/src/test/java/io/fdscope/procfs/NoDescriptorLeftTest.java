package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class NoDescriptorLeftTest {
    @Test
    void theWordsOfTheCLibraryAreRecognised() {
        assertThat(NoDescriptorLeft.is(new SocketException("Too many open files")))
                .isTrue();
        assertThat(NoDescriptorLeft.is(new FileNotFoundException("/a (Too many open files in system)")))
                .isTrue();
        assertThat(NoDescriptorLeft.is(new SocketException("No file descriptors available"))) // musl's
                .isTrue();
    }

    @Test
    void otherFailuresAreNot() {
        assertThat(NoDescriptorLeft.is(new IOException("No space left on device")))
                .isFalse();
        assertThat(NoDescriptorLeft.is(new IOException((String) null))).isFalse();
        assertThat(NoDescriptorLeft.is(new IllegalStateException("Too many open files")))
                .isFalse();
        assertThat(NoDescriptorLeft.isBehind(null)).isFalse();
    }

    @Test
    void theyAreFoundBehindOthersAndACircleEnds() {
        IOException cause = new IOException("Too many open files");
        assertThat(NoDescriptorLeft.isBehind(new IllegalStateException(new UncheckedIOException(cause))))
                .isTrue();
        RuntimeException first = new RuntimeException();
        first.initCause(new RuntimeException(first));
        assertThat(NoDescriptorLeft.isBehind(first)).isFalse();
    }
}
