package io.fdscope.probe;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.Endpoint;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** A process with one TCP socket, which may change before any question: its answers are those of that moment. */
final class FakeCalls implements KernelCalls {
    static final int FD = 7;
    static final Socket NEVER_CONNECTED = new Socket(1001, 7, 0);
    static final Socket CONNECTED = new Socket(1001, 1, 40_000);
    static final Socket ANOTHER = new Socket(1002, 1, 50_000);

    /**
     * What the kernel would know of it.
     *
     * @param state TCP's, in the kernel's numbering
     */
    record Socket(long inode, int state, int port) {
        Descriptor row(SocketState as) {
            return new Descriptor(FD, DescriptorKind.SOCKET, inode, Protocol.TCP, as, Endpoint.NONE, Endpoint.NONE, 0);
        }
    }

    private final Map<Integer, Socket> open = new HashMap<>();
    private IntConsumer beforeQuestion = number -> {};
    private int questions;
    private long inode;

    FakeCalls(Socket socket) {
        open.put(FD, socket);
    }

    /** The number becomes another's, or the socket changes. */
    void becomes(Socket socket) {
        open.put(FD, socket);
    }

    void close() {
        open.remove(FD);
    }

    /** Is told the number of each question before it is answered, from 1. */
    FakeCalls before(IntConsumer question) {
        beforeQuestion = question;
        return this;
    }

    private void asked() {
        beforeQuestion.accept(++questions);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public void prepare(int from, int count) {}

    @Override
    public void leaveOut(int index) {}

    @Override
    public boolean poll(int count) {
        asked();
        return true;
    }

    @Override
    public int revents(int index) {
        return 0;
    }

    @Override
    public boolean stat(int fd) {
        asked();
        inode = open.containsKey(fd) ? open.get(fd).inode() : 0;
        return open.containsKey(fd);
    }

    @Override
    public boolean isSocket() {
        return true;
    }

    @Override
    public long inode() {
        return inode;
    }

    @Override
    public boolean isUnlinked() {
        return false;
    }

    @Override
    public boolean statsFiles() {
        return true;
    }

    @Override
    public KernelCalls another() {
        return this;
    }

    @Override
    public boolean isOpen(int fd) {
        return open.containsKey(fd);
    }

    @Override
    public boolean isPollable() {
        return false;
    }

    @Override
    public void learnNamespace() {}

    /** Only its state is ever asked for. */
    @Override
    public int option(int fd, int level, int name) {
        asked();
        return open.containsKey(fd) ? open.get(fd).state() : NONE;
    }

    @Override
    public int localPort(int fd) {
        asked();
        return open.containsKey(fd) ? open.get(fd).port() : NONE;
    }

    @Override
    public int netlinkPort(int fd) {
        return NONE;
    }

    @Override
    public boolean hasPeer(int fd) {
        return false;
    }

    @Override
    public String path(int fd) {
        return "";
    }

    @Override
    public void ends(int fd, EndpointPair into) {
        asked();
        into.clear();
        into.localPort = open.containsKey(fd) ? open.get(fd).port() : 0;
    }

    @Override
    public boolean tellsNamespaces() {
        return false;
    }

    @Override
    public boolean isForeign(int fd) {
        return false;
    }

    @Override
    public boolean traffic(int fd, TcpTraffic into) {
        asked();
        return false;
    }
}
