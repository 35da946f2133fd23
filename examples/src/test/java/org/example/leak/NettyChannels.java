package org.example.leak;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.example.Remote;
import org.example.Runner;

/** Connects with Netty's NIO transport and closes no channel. */
public final class NettyChannels {
    private NettyChannels() {}

    /** Does nothing, and may be in any number of pipelines. */
    @ChannelHandler.Sharable
    private static final class Idle extends ChannelInboundHandlerAdapter {}

    public static void main(String[] arguments) throws Exception {
        Bootstrap bootstrap = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioSocketChannel.class)
                .handler(new Idle())
                .remoteAddress(Remote.of(arguments).tcp());
        Runner.follow(new Drip(() -> create(bootstrap)));
    }

    private static void create(Bootstrap bootstrap) throws InterruptedException {
        Channel channel = bootstrap.connect().sync().channel(); // LEAK
        Forgotten.keep(channel);
    }
}
