package io.fdscope.jmx;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.procfs.Reading;

/** One descriptor of a scan as a JMX client sees it; a native probe tells a socket's state as of when it is asked for. */
public final class DescriptorRow {
    private final Descriptor descriptor;
    private final Reading reading;

    /** @param reading the one taken with the scan that saw the descriptor */
    DescriptorRow(Descriptor descriptor, Reading reading) {
        this.descriptor = descriptor;
        this.reading = reading;
    }

    /** The number, from 0. */
    public int getFd() {
        return descriptor.fd();
    }

    /** {@code regularFile}, {@code socket}, ...: a key of CountByKind. */
    public String getKind() {
        return descriptor.kind().label();
    }

    /** The inode number; −1 where it could not be told. */
    public long getInode() {
        return descriptor.inode();
    }

    /** Of a socket: {@code tcp6}, {@code unix-stream}, ..., {@code unknown}; of all else empty. */
    public String getProtocol() {
        return isSocket() ? descriptor.protocol().label() : "";
    }

    /** Of a socket, in the kernel's words: {@code CLOSE_WAIT}, {@code UNIDENTIFIED}, ...; of all else empty. */
    public String getState() {
        return isSocket() ? descriptor.state().name() : "";
    }

    /** {@code 127.0.0.1:80}, {@code [0:0:0:0:0:0:0:1]:80}, {@code *:80} for any address; empty where there is none. */
    public String getLocal() {
        return descriptor.local().toString();
    }

    /** As the local end. */
    public String getRemote() {
        return descriptor.remote().toString();
    }

    /** A hint at how a socket came to its state, in words; empty where nothing hints at it. */
    public String getCause() {
        return descriptor.cause().text();
    }

    /** When a scan first saw it, milliseconds since 1970 to the second. */
    public long getFirstSeenEpochMillis() {
        return descriptor.firstSeenEpochMillis();
    }

    /** How long scans have seen it, as of the last one, in milliseconds: it is at least that old. */
    public long getAgeMillis() {
        return Math.max(0, reading.epochMillis() - descriptor.firstSeenEpochMillis());
    }

    private boolean isSocket() {
        return descriptor.kind() == DescriptorKind.SOCKET;
    }
}
