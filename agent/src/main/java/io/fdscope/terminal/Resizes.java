package io.fdscope.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Tells when the terminal has got another size (SIGWINCH). Only the JDK's unsupported {@code sun.misc.Signal} hears signals,
 * and it may be absent: so it is reached by reflection.
 */
public final class Resizes {
    private Resizes() {}

    /**
     * Listens from now on, for as long as the process lives.
     *
     * @return whether it can
     */
    public static boolean listen(Runnable listener) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler told = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    listener.run();
                }
                return method.getName().equals("hashCode") ? Integer.valueOf(0) : null;
            };
            Object proxy = Proxy.newProxyInstance(Resizes.class.getClassLoader(), new Class<?>[] {handler}, told);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("WINCH"), proxy);
            return true;
        } catch (ReflectiveOperationException | RuntimeException notHere) {
            return false;
        }
    }
}
