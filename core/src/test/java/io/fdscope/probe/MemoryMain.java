package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import io.fdscope.descriptor.TableUpdate;

/** Prints the live bytes per descriptor of many tables with their indexes: {@code unidentified} or {@code connected}. */
public final class MemoryMain {
    private static final int TABLES = 40;
    private static final int DESCRIPTORS = 19_000;

    private MemoryMain() {}

    public static void main(String[] arguments) {
        boolean connected = arguments[0].equals("connected");
        Object[] kept = new Object[2 * TABLES];
        fill(kept, 0, connected);
        fill(kept, 1, connected); // all classes are there now
        long before = used();
        for (int i = 2; i < TABLES; i++) {
            fill(kept, i, connected);
        }
        double bytes = (double) (used() - before) / (TABLES - 2) / DESCRIPTORS;
        System.out.println(bytes);
        System.out.println(kept[TABLES] == null); // keeps them reachable up to here
    }

    private static void fill(Object[] kept, int i, boolean connected) {
        TableUpdate update = DescriptorTable.empty(0).update();
        EndpointPair ends = new EndpointPair();
        for (int fd = 0; fd < DESCRIPTORS; fd++) {
            update.present(fd, DescriptorKind.SOCKET, 100_000L + 3L * fd, 1_000);
            update.tag(fd, fd + 1);
            if (connected) {
                ends.localLow = ends.remoteLow = fd + 1L;
                ends.localPort = ends.remotePort = fd;
            }
            update.socket(
                    fd,
                    connected ? Protocol.TCP6 : Protocol.UNKNOWN,
                    connected ? SocketState.ESTABLISHED : SocketState.UNIDENTIFIED,
                    ends);
        }
        SocketIndex index = new SocketIndex();
        index.build(update);
        for (int fd = 0; fd < DESCRIPTORS; fd++) {
            index.match(100_000L + 3L * fd, matched -> {});
        }
        kept[i] = update.build();
        kept[TABLES + i] = index;
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
