package io.fdscope.jmx;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.Creation;
import io.fdscope.origin.RemoteEnd;
import io.fdscope.procfs.Reading;
import java.util.Optional;

/** One descriptor of a scan as a JMX client sees it; a native probe tells a socket's state as of when it is asked for. */
public final class DescriptorRow {
    private final Descriptor descriptor;
    private final Reading reading;
    private final Optional<Creation> creation;

    /**
     * @param reading the one taken with the scan that saw the descriptor
     * @param creation of a socket, where it is known
     */
    DescriptorRow(Descriptor descriptor, Reading reading, Optional<Creation> creation) {
        this.descriptor = descriptor;
        this.reading = reading;
        this.creation = creation;
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

    /**
     * {@code 127.0.0.1:80}, {@code [0:0:0:0:0:0:0:1]:80}, {@code *:80} for any address; the path of a unix-domain socket,
     * as the program named it; empty where there is none.
     */
    public String getLocal() {
        return descriptor.localPath().isEmpty() ? descriptor.local().toString() : descriptor.localPath();
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

    /**
     * As of the last scan, in milliseconds: since its creation where that was traced, else how long scans have seen it,
     * so that it is at least that old.
     */
    public long getAgeMillis() {
        long since = creation.map(Creation::epochMillis).orElse(descriptor.firstSeenEpochMillis());
        return Math.max(0, reading.epochMillis() - since);
    }

    /** {@code com.example.Shop.pay(Shop.java:42)}: where it was created; empty where that is not known. */
    public String getCreationSite() {
        return creation.map(known -> known.site().name()).orElse("");
    }

    /** The thread that created it; empty where that is not known. */
    public String getCreationThread() {
        return creation.map(Creation::threadName).orElse("");
    }

    /**
     * The remote end of its last connect as the program gave it, {@code db-1:3306}, of an accepted socket as of its accept;
     * empty where there was none.
     */
    public String getEndpoint() {
        return creation.flatMap(Creation::attempt)
                .map(ConnectAttempt::remote)
                .map(RemoteEnd::endpoint)
                .orElse("");
    }

    private boolean isSocket() {
        return descriptor.kind() == DescriptorKind.SOCKET;
    }
}
