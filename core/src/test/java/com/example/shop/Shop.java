package com.example.shop;

import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.SocketTracer;
import java.util.function.IntConsumer;

/** Opens sockets, as far as a tracer can tell. Tests know its lines. */
public final class Shop implements IntConsumer {
    /** Where {@link #order} opens. */
    public static final String ORDER = "com.example.shop.Shop.order(Shop.java:20)";

    private final SocketTracer tracer;

    public Shop(SocketTracer tracer) {
        this.tracer = tracer;
    }

    /** As a client. */
    public void order(int fd) {
        tracer.opened(fd, OpenedBy.SOCKET);
    }

    /** As a client, in another line. */
    public void pay(int fd) {
        tracer.opened(fd, OpenedBy.SOCKET);
    }

    /** Closes what is registered with a selector. */
    public void close(int fd) {
        tracer.closedInJava(fd);
    }

    /** In any way. */
    public void open(int fd, OpenedBy by) {
        tracer.opened(fd, by);
    }

    /** Orders; of a negative number, closes. */
    @Override
    public void accept(int fd) {
        if (fd < 0) {
            close(-fd);
        } else {
            order(fd);
        }
    }
}
