package io.fdscope.meter;

import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.SocketGroup;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All series there are: one a kind, one a protocol and state, and five without a tag. */
final class DescriptorGauges {
    private static final String BY_STATE = "SocketCountByState";

    private final List<DescriptorGauge> gauges = new ArrayList<>();

    DescriptorGauges() {
        add(MeterText.HARD_LIMIT, Tags.empty(), figures -> figures.number("HardLimit"));
        add(MeterText.HEADROOM, Tags.empty(), figures -> figures.number("Headroom"));
        add(MeterText.UNIDENTIFIED, Tags.empty(), figures -> figures.number("UnidentifiedSocketCount"));
        add(MeterText.HELD_AFTER_CLOSE, Tags.empty(), figures -> figures.number("HeldAfterCloseCount"));
        add(MeterText.SECONDS_TO_EXHAUSTION, Tags.empty(), figures -> figures.number("SecondsToExhaustion"));
        for (DescriptorKind kind : DescriptorKind.values()) {
            add(MeterText.KIND, Tags.of("kind", kind.label()), figures -> figures.entry("CountByKind", kind.label()));
        }
        for (SocketGroup group : SocketGroup.values()) {
            add(MeterText.STATE, tags(group), count(group));
        }
    }

    /** In a fixed order. */
    List<DescriptorGauge> all() {
        return List.copyOf(gauges);
    }

    private void add(MeterText what, Tags tags, ToDoubleFunction<BeanFigures> value) {
        gauges.add(new DescriptorGauge(what, tags, value));
    }

    /**
     * The MXBean counts an unbound UDP socket twice, as what it is and as an unidentified one. Here the series add up to
     * all sockets, and those of state {@code unidentified} to the unidentified.
     */
    private static ToDoubleFunction<BeanFigures> count(SocketGroup group) {
        return group == SocketGroup.UNIDENTIFIED
                ? figures -> figures.difference(BY_STATE, group.label(), SocketGroup.UDP_UNBOUND.label())
                : figures -> figures.entry(BY_STATE, group.label());
    }

    private static Tags tags(SocketGroup group) {
        return switch (group) {
            case UDP_BOUND -> tags("udp", "bound");
            case UDP_UNBOUND -> tags("udp", "unidentified");
            case UNIX -> tags("unix", "open");
            case OTHER -> tags("other", "open");
            case UNIDENTIFIED -> tags("unknown", "unidentified");
            default -> tags("tcp", group.label());
        };
    }

    private static Tags tags(String protocol, String state) {
        return Tags.of("protocol", protocol, "state", state);
    }
}
