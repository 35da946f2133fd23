package io.fdscope.agent;

import io.fdscope.fixture.Await;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A server whose application is taken away while sockets that it opened stay open. */
final class RedeployHost {
    private static final List<SocketChannel> OPEN = new ArrayList<>();

    private RedeployHost() {}

    public static void main(String[] arguments) throws Exception {
        WeakReference<ClassLoader> application = deploy();
        System.out.println("deployed");
        Await.until("the end of the application's class loader", () -> {
            System.gc();
            return application.refersTo(null);
        });
        System.out.println(
                "collected with " + OPEN.stream().filter(SocketChannel::isOpen).count() + " open");
        Host.main(arguments);
    }

    @SuppressWarnings("unchecked") // It is ours.
    private static WeakReference<ClassLoader> deploy() throws Exception {
        URL classes = Path.of("target/test-classes").toUri().toURL();
        ClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
        Object application = loader.loadClass("io.fdscope.agent.WebApplication")
                .getConstructor()
                .newInstance();
        for (int i = 0; i < 20; i++) {
            OPEN.add(((Callable<SocketChannel>) application).call());
        }
        return new WeakReference<>(loader);
    }
}
