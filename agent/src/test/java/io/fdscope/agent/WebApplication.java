package io.fdscope.agent;

import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;

/** What {@link RedeployHost} deploys: opens a socket that it leaves to its server. */
public final class WebApplication implements Callable<SocketChannel> {
    @Override
    public SocketChannel call() throws Exception {
        return SocketChannel.open();
    }
}
