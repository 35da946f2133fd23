package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.hook.HookMethods;
import io.fdscope.hook.HookPoint;
import io.fdscope.hook.HookedClass;
import io.fdscope.hook.Operand;
import io.fdscope.hook.Place;
import io.fdscope.hook.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** The table against the classes of the JDK that runs the test. */
class HookTableTest {
    private static final short MAJOR_OF_TOMORROW = 99;

    private final List<HookPoint> points = HookTable.points();

    @Test
    void everyCallIsAMethodOfTheHookClass() throws IOException {
        assertThat(HookMethods.of("hook1.bin"))
                .containsAll(Stream.of(SocketCall.values())
                        .map(call -> call.methodName() + call.descriptor())
                        .toList());
    }

    @Test
    void namesDiffer() {
        assertThat(points.stream().map(HookPoint::name)).doesNotHaveDuplicates();
    }

    @Test
    void everyPointHasAPlaceInThisJdk() throws IOException {
        Set<Place> found = found(Optional.empty());
        assertThat(points).allMatch(point -> point.isAmong(found));
    }

    @Test
    void everyPointHasAPlaceInAJdkWhoseClassFilesAsmDoesNotKnow() throws IOException {
        assertThatThrownBy(() -> new ClassReader(bytes("sun/nio/ch/Net", Optional.of(MAJOR_OF_TOMORROW))))
                .isInstanceOf(IllegalArgumentException.class);
        Set<Place> found = found(Optional.of(MAJOR_OF_TOMORROW));
        assertThat(points).allMatch(point -> point.isAmong(found));
    }

    @Test
    void aClassKeepsTheVersionThatAsmDoesNotKnow() throws IOException {
        byte[] code = new HookedClass(bytes("sun/nio/ch/Net", Optional.of(MAJOR_OF_TOMORROW)), List.of()).code();
        assertThat(ByteBuffer.wrap(code).getShort(6)).isEqualTo(MAJOR_OF_TOMORROW);
    }

    @Test
    void whatIsOnTheStackComesFirstOrNotAtAll() {
        Operand top = new Operand.Top();
        List<Operand> later = List.of(new Operand.Parameter(0), top);
        assertThatThrownBy(() -> new Place.Hook(new Where.Return(), SocketCall.CLOSED, later))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not the first operand");
    }

    private Set<Place> found(Optional<Short> major) throws IOException {
        Map<String, List<Place>> byClass =
                points.stream().flatMap(point -> point.places().stream()).collect(Collectors.groupingBy(Place::owner));
        Set<Place> found = new HashSet<>();
        for (Map.Entry<String, List<Place>> one : byClass.entrySet()) {
            byte[] original = bytes(one.getKey(), major);
            if (original.length > 0) {
                found.addAll(new HookedClass(original, one.getValue()).found());
            }
        }
        return found;
    }

    /** Empty where this JDK has no such class. */
    private static byte[] bytes(String className, Optional<Short> major) throws IOException {
        try (InputStream in = Object.class.getModule().getResourceAsStream(className + ".class")) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            if (in != null) {
                major.ifPresent(version -> ByteBuffer.wrap(bytes).putShort(6, version));
            }
            return bytes;
        }
    }
}
