package io.fdscope.jmx;

import io.fdscope.descriptor.Census;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;

/**
 * Everything that a client may ask for, asked once of an example: with no descriptor left, a class that has to be opened
 * first is lost for good. A failure is rehearsed too, and not counted.
 */
final class Rehearsal {
    private final FileDescriptorsBean bean;
    private final Faults practice = new Faults();

    Rehearsal(Sampler sampler) {
        Sample example = example();
        this.bean = new FileDescriptorsBean(() -> example, sampler, () -> {}, practice);
    }

    void run() throws JMException {
        bean.getAttributes(Arrays.stream(bean.getMBeanInfo().getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toArray(String[]::new));
        bean.invoke("descriptors", new Object[] {"", 1}, new String[] {String.class.getName(), "int"});
        practice.record(Edge.JMX, new IllegalStateException("rehearsed"));
    }

    private static Sample example() {
        TableUpdate update = DescriptorTable.empty(0).update();
        update.present(0, DescriptorKind.SOCKET, 0, 0);
        DescriptorTable table = update.build();
        Scan scan = new Scan(Reading.NONE, table, Census.of(table), true, true, 0, 0, 0, 1);
        return new Sample(Reading.NONE, scan, Trend.UNKNOWN, 0, "example");
    }
}
