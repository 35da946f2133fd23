package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachTargetTest {
    private static final String MAPPING = "7f2a1c000000-7f2a1d2f4000 r-xp 002b1000 08:01 1835021"
            + "                    /usr/lib/jvm/java-17-openjdk-amd64/lib/server/";

    @Test
    void aProcessThatMapsTheJvmIsOneAlsoWhenItsJdkHasBeenReplaced() {
        assertThat(AttachTarget.isOfJvm(MAPPING + "libjvm.so")).isTrue();
        assertThat(AttachTarget.isOfJvm(MAPPING + "libjvm.so (deleted)")).isTrue();
    }

    @Test
    void otherMappingsTellNothing() {
        assertThat(AttachTarget.isOfJvm(MAPPING + "libjsig.so")).isFalse();
        assertThat(AttachTarget.isOfJvm(MAPPING + "my-libjvm.so (deleted)")).isFalse();
    }
}
