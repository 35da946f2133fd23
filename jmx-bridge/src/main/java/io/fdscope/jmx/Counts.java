package io.fdscope.jmx;

import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.SocketGroup;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Scan;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts of a reading and a scan; subclasses say of which. */
abstract class Counts implements DescriptorCounts {
    abstract Reading reading();

    abstract Scan scan();

    abstract TracingFacts tracing();

    @Override
    public long getOpenCount() {
        return reading().openCount();
    }

    @Override
    public long getSoftLimit() {
        return reading().limits().soft();
    }

    @Override
    public long getHardLimit() {
        return reading().limits().hard();
    }

    @Override
    public long getHeadroom() {
        return reading().headroom();
    }

    @Override
    public double getUtilization() {
        double utilization = reading().utilization();
        return Double.isNaN(utilization) ? Reading.UNKNOWN : utilization;
    }

    @Override
    public long getSocketCount() {
        return scan().count(DescriptorGroup.SOCKET);
    }

    @Override
    public long getUnidentifiedSocketCount() {
        return scan().unidentified();
    }

    @Override
    public long getForeignNetnsSocketCount() {
        return scan().foreign();
    }

    @Override
    public long getHeldAfterCloseCount() {
        return tracing().heldAfterClose();
    }

    @Override
    public long getFileCount() {
        return scan().count(DescriptorGroup.FILE);
    }

    @Override
    public long getPipeCount() {
        return scan().count(DescriptorGroup.PIPE);
    }

    @Override
    public long getAnonInodeCount() {
        return scan().count(DescriptorGroup.ANON_INODE);
    }

    @Override
    public long getOtherCount() {
        return scan().count(DescriptorGroup.OTHER);
    }

    @Override
    public Map<String, Long> getCountByKind() {
        Scan seen = scan();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (DescriptorKind kind : DescriptorKind.values()) {
            counts.put(kind.label(), seen.count(kind));
        }
        return counts;
    }

    @Override
    public Map<String, Long> getSocketCountByState() {
        Scan seen = scan();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SocketGroup group : SocketGroup.values()) {
            counts.put(group.label(), seen.count(group));
        }
        return counts;
    }

    @Override
    public long getSystemOpenCount() {
        return reading().systemFiles().open();
    }

    @Override
    public long getSystemMaxCount() {
        return reading().systemFiles().max();
    }

    @Override
    public long getKernelTcpAllocated() {
        return reading().sockets().tcpAllocated();
    }

    @Override
    public long getKernelTcpInUse() {
        return reading().sockets().tcpInUseBothFamilies();
    }

    @Override
    public long getKernelTcpOrphaned() {
        return reading().sockets().tcpOrphaned();
    }

    @Override
    public long getKernelTcpTimeWait() {
        return reading().sockets().tcpTimeWait();
    }

    @Override
    public long getKernelSocketsUsed() {
        return reading().sockets().used();
    }
}
