package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.origin.SocketListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Has its sockets told to somebody who has no memory left when one is closed. */
final class DeafMain {
    private DeafMain() {}

    public static void main(String[] arguments) throws Exception {
        Faults faults = new Faults();
        Announcer announcer = new Announcer(System.out::println);
        TracerLog log = new TracerLog();
        try (SocketTracing tracing = SocketTracing.install(TestAgent.instrumentation(), log, faults, announcer)) {
            InvocationHandler deaf = (proxy, method, values) -> {
                if (method.getName().equals("closed")) {
                    throw new OutOfMemoryError("an event");
                }
                return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
            };
            tracing.listen((SocketListener) Proxy.newProxyInstance(
                    DeafMain.class.getClassLoader(), new Class<?>[] {SocketListener.class}, deaf));
            Scenarios.unconnectedSocket();
            System.out.println("traced " + log.take());
        }
        System.out.println("faults " + faults.byKind());
    }
}
