package io.fdscope.probe;

import io.fdscope.descriptor.Endpoint;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** An address of the JDK's as two numbers, IPv4 as IPv4-mapped. */
final class InetBytes {
    private InetBytes() {}

    static long high(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16 ? ByteBuffer.wrap(bytes).getLong() : 0;
    }

    static long low(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == 16 ? bytes.getLong(8) : Endpoint.mapped(bytes.getInt());
    }
}
