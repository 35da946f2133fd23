package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.hook.HookPoint;
import io.fdscope.hook.HookedMethod;
import io.fdscope.hook.Operand;
import io.fdscope.hook.Place;
import io.fdscope.hook.Where;
import java.util.ArrayList;
import java.util.List;

/** Is hooked by a table that names a method and a class which this JDK does not have. */
final class BogusMain {
    private BogusMain() {}

    public static void main(String[] arguments) throws Exception {
        Operand descriptor = new Operand.Parameter(1);
        List<HookPoint> points = new ArrayList<>(HookTable.points());
        points.add(new HookPoint("no such method", List.of(place("sun/nio/ch/Net", "teleport", descriptor))));
        points.add(new HookPoint("no such class", List.of(place("sun/nio/ch/Teleporter", "close", descriptor))));
        Faults faults = new Faults();
        Announcer announcer = new Announcer(System.out::println);
        TracerLog log = new TracerLog();
        try (SocketTracing tracing =
                SocketTracing.install(points, TestAgent.instrumentation(), log, faults, announcer)) {
            System.out.println("missing " + tracing.missingHooks());
            System.out.println("others " + (tracing.activeHooks() == points.size() - 2));
            Scenarios.unconnectedSocket();
            System.out.println("traced " + log.take());
        }
        System.out.println("faults " + faults.byKind());
    }

    private static Place place(String owner, String method, Operand descriptor) {
        return new HookedMethod(owner, method, "(Ljava/io/FileDescriptor;)V")
                .calls(SocketCall.RELEASING, new Where.Entry(), descriptor);
    }
}
