package io.fdscope.trace;

import io.fdscope.origin.DescriptorSlots;
import java.io.FileDescriptor;

/** The connects that are under way, by descriptor number: at most one for each. No lock. */
final class Connects {
    private final DescriptorSlots<Connecting> underWay = new DescriptorSlots<>();

    void begin(int fd, Connecting connecting) {
        if (DescriptorSlots.hasSlot(fd)) {
            underWay.put(fd, connecting);
        }
    }

    /** Takes out the connect of this very socket; null where none is under way. */
    Connecting end(int fd, FileDescriptor descriptor) {
        Connecting connecting = underWay.get(fd);
        boolean mine = connecting != null && connecting.descriptor() == descriptor;
        return mine && underWay.remove(fd, connecting) ? connecting : null;
    }
}
