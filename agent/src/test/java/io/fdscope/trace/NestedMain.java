package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.origin.SocketListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Is traced by somebody who connects to a server of his own each time he is told of a socket. */
final class NestedMain {
    private NestedMain() {}

    public static void main(String[] arguments) throws Exception {
        Faults faults = new Faults();
        Announcer announcer = new Announcer(System.out::println);
        TracerLog log = new TracerLog();
        try (SocketTracing tracing = SocketTracing.install(TestAgent.instrumentation(), log, faults, announcer)) {
            InvocationHandler nested = (proxy, method, values) -> {
                Scenarios.socket();
                return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
            };
            tracing.listen((SocketListener) Proxy.newProxyInstance(
                    NestedMain.class.getClassLoader(), new Class<?>[] {SocketListener.class}, nested));
            Scenarios.unconnectedSocket();
            System.out.println("traced " + log.take());
        }
        System.out.println("faults " + faults.byKind());
    }
}
