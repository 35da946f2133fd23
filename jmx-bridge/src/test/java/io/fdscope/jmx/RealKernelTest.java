package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bean over this very JVM. */
class RealKernelTest {
    private final Faults faults = new Faults();
    private final Announcer announcer = new Announcer(line -> {});
    private final Deque<Closeable> opened = new ArrayDeque<>();
    private final WatchedProcess process =
            new WatchedProcess(Path.of("/proc"), 0, SamplerPeriods.DEFAULT, faults, announcer);
    private BeanClient client;

    @TempDir
    private Path folder;

    @BeforeEach
    void showTheBean() throws Exception {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        Beans.of(process.sampler(), () -> {}, faults).register(server, announcer);
        client = new BeanClient(server);
        openOneOfEach();
        closeAll();
    }

    @AfterEach
    void closeAllAndFindNoFault() throws IOException {
        closeAll();
        process.close();
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void everyDescriptorThatIsOpenedAddsToItsCount() throws Exception {
        CompositeData before = client.scanNow();
        for (int i = 0; i < 200; i++) {
            keep(SocketChannel.open()).bind(null);
        }
        for (int i = 0; i < 10; i++) {
            openPipe();
        }
        for (int i = 0; i < 30; i++) {
            openFile("file" + i);
        }
        CompositeData after = client.scanNow();

        assertThat(increase("unidentifiedSocketCount", before, after)).isEqualTo(200);
        assertThat(increase("socketCount", before, after)).isEqualTo(200);
        assertThat(increase("pipeCount", before, after)).isEqualTo(20);
        assertThat(increase("fileCount", before, after)).isEqualTo(30);
        assertThat(increase("anonInodeCount", before, after)).isZero();
        assertThat(increase("otherCount", before, after)).isZero();
        assertThat(increase("openCount", before, after)).isEqualTo(250);
        assertThat(increase("headroom", before, after)).isEqualTo(-250);
        assertThat(increase("scanNumber", before, after)).isEqualTo(1);
        assertThat(client.number("UnidentifiedSocketCount")).isEqualTo(after.get("unidentifiedSocketCount"));
        assertThat(client.descriptors("unidentified", 10_000)).hasSize((int) client.number("UnidentifiedSocketCount"));
    }

    @Test
    void everyRowIsWhatLsofSays() throws Exception {
        for (int i = 0; i < 20; i++) {
            keep(SocketChannel.open()).bind(null);
        }
        openOneOfEach();
        client.scanNow();

        Map<Integer, String> lsof = Lsof.types(ProcessHandle.current().pid(), folder.resolve("lsof"));
        Map<Integer, String> rows = rowsAsLsofTypes();
        rows.keySet().removeIf(fd -> Lsof.PROC.equals(lsof.get(fd)));
        lsof.values().removeIf(Lsof.PROC::equals);
        assertThat(rows).isEqualTo(lsof);
    }

    private Map<Integer, String> rowsAsLsofTypes() throws Exception {
        Map<Integer, String> types = new TreeMap<>();
        for (CompositeData row : client.descriptors("", FileDescriptorsMXBean.MOST_ROWS)) {
            types.put((Integer) row.get("fd"), lsofType(row));
        }
        return types;
    }

    private static String lsofType(CompositeData row) {
        String kind = (String) row.get("kind");
        return switch (kind) {
            case "regularFile", "deletedFile", "memfd" -> "REG";
            case "directory" -> "DIR";
            case "pipe" -> "FIFO";
            case "eventfd", "eventpoll", "anonInode" -> "a_inode";
            case "device" -> "CHR";
            case "socket" -> lsofSocketType((String) row.get("protocol"));
            default -> kind;
        };
    }

    private static String lsofSocketType(String protocol) {
        return switch (protocol) {
            case "unknown" -> "sock";
            case "tcp6", "udp6" -> "IPv6";
            case "tcp", "udp" -> "IPv4";
            default -> protocol.replaceFirst("-.*", "");
        };
    }

    private static long increase(String item, CompositeData before, CompositeData after) {
        return (long) after.get(item) - (long) before.get(item);
    }

    private void openOneOfEach() throws IOException {
        ServerSocketChannel server = keep(ServerSocketChannel.open());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        keep(SocketChannel.open(server.getLocalAddress()));
        keep(server.accept());
        keep(SocketChannel.open()).bind(null);
        keep(Selector.open());
        openPipe();
        openFile("kept");
        openFile("deleted");
        Files.delete(folder.resolve("deleted"));
    }

    private void openPipe() throws IOException {
        Pipe pipe = Pipe.open();
        keep(pipe.source());
        keep(pipe.sink());
    }

    private void openFile(String name) throws IOException {
        keep(FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    private <T extends Closeable> T keep(T one) {
        opened.push(one);
        return one;
    }

    private void closeAll() throws IOException {
        List<Closeable> all = new ArrayList<>(opened);
        opened.clear();
        for (Closeable one : all) {
            one.close();
        }
    }
}
