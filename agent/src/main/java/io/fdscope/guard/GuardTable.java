package io.fdscope.guard;

import io.fdscope.hook.HookPoint;
import io.fdscope.hook.HookedMethod;
import io.fdscope.hook.Operand;
import io.fdscope.hook.Place;
import io.fdscope.hook.Where;
import java.util.List;
import java.util.Set;

/**
 * Where the flight recorder opens its files, the same on JDK 17 to 25. {@code Repository.newChunk} catches what goes wrong
 * and aborts the JVM; {@code MetadataRepository.setOutput} has the JVM itself open the file once more, which fails without
 * a word and leaves the recorder writing to memory.
 */
final class GuardTable {
    private static final HookedMethod NEW_CHUNK =
            new HookedMethod("jdk/jfr/internal/Repository", "newChunk", "()Ljdk/jfr/internal/RepositoryChunk;");
    private static final HookedMethod SET_OUTPUT = new HookedMethod(
            "jdk/jfr/internal/MetadataRepository", "setOutput", "(Ljava/lang/String;)Ljava/time/Instant;");
    private static final HookedMethod SHUTTING_DOWN =
            new HookedMethod("jdk/jfr/internal/PlatformRecorder", "setInShutDown", "()V");

    private static final Where ABORTING = new Where.Caught(Set.of("java/lang/Exception"));
    private static final Operand TOP = new Operand.Top();
    private static final Operand SELF = new Operand.Parameter(0);
    private static final Operand PATH = new Operand.Parameter(1);

    private GuardTable() {}

    static List<HookPoint> points() {
        return List.of(
                point("abort for want of a chunk", NEW_CHUNK.calls(ChunkCall.CHUNK_FAILED, ABORTING, TOP)),
                point("second try at a chunk", NEW_CHUNK.calls(ChunkCall.CHUNK_THROWN, new Where.Rescued(), TOP, SELF)),
                point("opening of a chunk", NEW_CHUNK.calls(ChunkCall.CHUNK_OPENED, new Where.Return(), TOP)),
                point("choice of the output", SET_OUTPUT.calls(ChunkCall.OUTPUT_WANTED, new Where.Entry(), PATH)),
                point("change of the output", SET_OUTPUT.calls(ChunkCall.OUTPUT_SET, new Where.Return(), SELF, PATH)),
                point("end of the JVM", SHUTTING_DOWN.calls(ChunkCall.SHUTTING_DOWN, new Where.Entry())));
    }

    private static HookPoint point(String name, Place place) {
        return new HookPoint("flight recorder: " + name, List.of(place));
    }
}
