package io.fdscope.descriptor;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many descriptors of each kind, and sockets of each state, a table holds. Immutable. */
public final class Census {
    private static final DescriptorKind[] KINDS = DescriptorKind.values();
    private static final SocketGroup[] SOCKETS = SocketGroup.values();
    private static final int[] GROUP_OF_STATE = groupOfState();

    private final int[] byKind;
    private final int[] bySocketGroup;

    private Census(int[] byKind, int[] bySocketGroup) {
        this.byKind = byKind;
        this.bySocketGroup = bySocketGroup;
    }

    /** Counts a table. */
    public static Census of(DescriptorTable table) {
        int[] kinds = new int[KINDS.length];
        int[] sockets = new int[SOCKETS.length];
        for (int fd = 0; fd < table.end(); fd++) {
            if (table.isPresent(fd)) {
                int kind = table.kindOrdinal(fd);
                kinds[kind]++;
                if (kind == DescriptorKind.SOCKET.ordinal()) {
                    sockets[GROUP_OF_STATE[table.stateOrdinal(fd)]]++;
                }
            }
        }
        sockets[SocketGroup.UNIDENTIFIED.ordinal()] += sockets[SocketGroup.UDP_UNBOUND.ordinal()];
        return new Census(kinds, sockets);
    }

    /** Descriptors of one kind. */
    public int count(DescriptorKind kind) {
        return byKind[kind.ordinal()];
    }

    /** Descriptors of one group of kinds. */
    public int count(DescriptorGroup group) {
        int sum = 0;
        for (DescriptorKind kind : KINDS) {
            sum += kind.group() == group ? count(kind) : 0;
        }
        return sum;
    }

    /** Sockets of one group of states; unbound UDP sockets are in two, see {@link SocketGroup}. */
    public int count(SocketGroup group) {
        return bySocketGroup[group.ordinal()];
    }

    /** All sockets, the unidentified included. */
    public int sockets() {
        return count(DescriptorKind.SOCKET);
    }

    /** Sockets that none of the kernel's tables lists: {@code lsof}'s meaning, unbound UDP sockets included. */
    public int unidentified() {
        return count(SocketGroup.UNIDENTIFIED);
    }

    /** All descriptors. */
    public int total() {
        int sum = 0;
        for (int count : byKind) {
            sum += count;
        }
        return sum;
    }

    /** Every kind with its count, 0 included, in the order of {@link DescriptorKind}. */
    public Map<DescriptorKind, Integer> kinds() {
        Map<DescriptorKind, Integer> map = new EnumMap<>(DescriptorKind.class);
        for (DescriptorKind kind : KINDS) {
            map.put(kind, count(kind));
        }
        return map;
    }

    /** Every group of socket states with its count, 0 included, by {@link SocketGroup#label()}. */
    public Map<String, Integer> socketStates() {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (SocketGroup group : SOCKETS) {
            map.put(group.label(), count(group));
        }
        return map;
    }

    private static int[] groupOfState() {
        SocketState[] states = SocketState.values();
        int[] groups = new int[states.length];
        for (SocketState state : states) {
            groups[state.ordinal()] = state.group().ordinal();
        }
        return groups;
    }
}
