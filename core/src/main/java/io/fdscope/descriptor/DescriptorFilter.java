package io.fdscope.descriptor;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses descriptors by one word: a kind, or a protocol or state of sockets, by any name that a surface shows it under.
 * The empty word chooses all.
 */
public final class DescriptorFilter implements Predicate<Descriptor> {
    private final Set<DescriptorKind> kinds = EnumSet.noneOf(DescriptorKind.class);
    private final Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
    private final Set<SocketState> states = EnumSet.noneOf(SocketState.class);

    /** @throws IllegalArgumentException if nothing is called {@code text} */
    public DescriptorFilter(String text) {
        String word = text == null ? "" : text.strip();
        for (DescriptorKind kind : DescriptorKind.values()) {
            if (word.isEmpty() || word.equalsIgnoreCase(kind.label())) {
                kinds.add(kind);
            }
        }
        for (Protocol protocol : Protocol.values()) {
            if (word.equalsIgnoreCase(protocol.label())) {
                protocols.add(protocol);
            }
        }
        for (SocketState state : SocketState.values()) {
            if (word.equalsIgnoreCase(state.name())
                    || word.equalsIgnoreCase(state.group().label())) {
                states.add(state);
            }
            if (state.isUnidentified() && isUnidentified(word)) {
                states.add(state);
            }
        }
        if (kinds.isEmpty() && protocols.isEmpty() && states.isEmpty()) {
            throw new IllegalArgumentException("filter is no kind, protocol or state of descriptors: '" + word + "'");
        }
    }

    private static boolean isUnidentified(String word) {
        return word.equalsIgnoreCase(SocketState.UNIDENTIFIED.name())
                || word.equalsIgnoreCase(SocketGroup.UNIDENTIFIED.label());
    }

    @Override
    public boolean test(Descriptor descriptor) {
        if (kinds.contains(descriptor.kind())) {
            return true;
        }
        return descriptor.kind() == DescriptorKind.SOCKET
                && (protocols.contains(descriptor.protocol()) || states.contains(descriptor.state()));
    }
}
