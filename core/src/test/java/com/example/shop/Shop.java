package com.example.shop;

import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.SocketTracer;

/** Opens sockets, as far as a tracer can tell. Tests know its lines. */
public final class Shop {
    /** Where {@link #order} opens. */
    public static final String ORDER = "com.example.shop.Shop.order(Shop.java:19)";

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

    /** In any way. */
    public void open(int fd, OpenedBy by) {
        tracer.opened(fd, by);
    }
}
