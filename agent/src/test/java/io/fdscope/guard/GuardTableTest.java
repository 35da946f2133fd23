package io.fdscope.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Faults;
import io.fdscope.hook.HookMethods;
import io.fdscope.hook.HookPoint;
import io.fdscope.hook.HookTransformer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTableTest {
    private final List<HookPoint> points = GuardTable.points();
    private final Faults faults = new Faults();
    private final HookTransformer transformer = new HookTransformer(points, faults);

    @Test
    void everyPointHasAPlaceInThisJdk() throws IOException {
        for (String name : transformer.classes()) {
            assertThat(transformer.transform(null, name, null, null, bytes(name)))
                    .isNotNull();
        }
        assertThat(HookPoint.missing(points, transformer.found())).isEmpty();
        assertThat(faults.count()).isZero();
    }

    @Test
    void aRecorderThatLooksDifferentLacksHooksAndIsNoFault() throws IOException {
        byte[] other = bytes("jdk/jfr/internal/Type");
        assertThat(transformer.transform(null, "jdk/jfr/internal/Repository", null, null, other))
                .isNotNull();
        assertThat(HookPoint.missing(points, transformer.found()))
                .contains("flight recorder: abort for want of a chunk");
        assertThat(faults.count()).isZero();
    }

    @Test
    void everyCallIsAMethodOfTheHookClass() throws IOException {
        assertThat(HookMethods.of("hook2.bin"))
                .containsAll(Arrays.stream(ChunkCall.values())
                        .map(call -> call.methodName() + call.descriptor())
                        .toList());
    }

    private static byte[] bytes(String className) throws IOException {
        Module recorder = ModuleLayer.boot().findModule("jdk.jfr").orElseThrow();
        try (InputStream in = recorder.getResourceAsStream(className + ".class")) {
            return in.readAllBytes();
        }
    }
}
