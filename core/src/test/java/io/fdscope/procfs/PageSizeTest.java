package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PageSizeTest {
    @Test
    void findsTheSizeAmongOtherWords() {
        assertThat(PageSize.parse(words(33, 0x7fff_0000_0000L, 16, 0xbfebfbffL, 6, 65536, 0, 0)))
                .isEqualTo(new PageSize(65536));
    }

    @Test
    void isUnknownWhereTheFileSaysNothingOfUse() {
        assertThat(PageSize.parse(new byte[0])).isEqualTo(new PageSize(-1));
        assertThat(PageSize.parse(words(6, 0, 0, 0))).isEqualTo(new PageSize(-1));
        assertThat(PageSize.parse(new byte[] {6, 0, 0, 0})).isEqualTo(new PageSize(-1));
    }

    @Test
    void isUnknownWhereTheFileIsMissing(@TempDir Path procRoot) {
        assertThat(PageSize.read(procRoot)).isEqualTo(new PageSize(-1));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsTheSizeOfThisMachine() {
        assertThat(PageSize.read(Path.of("/proc")).bytes()).isGreaterThanOrEqualTo(4096);
    }

    @Test
    void turnsPagesIntoBytesUnlessEitherIsUnknown() {
        assertThat(new PageSize(4096).toBytes(152)).isEqualTo(622_592);
        assertThat(new PageSize(4096).toBytes(-1)).isEqualTo(-1);
        assertThat(new PageSize(-1).toBytes(152)).isEqualTo(-1);
    }

    private static byte[] words(long... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.nativeOrder());
        for (long word : words) {
            bytes.putLong(word);
        }
        return bytes.array();
    }
}
