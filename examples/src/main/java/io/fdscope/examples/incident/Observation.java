package io.fdscope.examples.incident;

import java.util.Map;

/**
 * What one of those asked says about the service. A figure that it does not tell is {@link #UNTOLD}.
 *
 * @param source who says so
 * @param open descriptors
 * @param sockets descriptors that are sockets
 * @param unidentified sockets that none of the kernel's tables lists
 * @param kernelTcp TCP sockets that the kernel holds memory for and that are not in use, on the whole host
 * @param absence why there are no figures at all, or empty
 */
record Observation(String source, long open, long sockets, long unidentified, long kernelTcp, String absence) {
    /** No figure. */
    static final long UNTOLD = -1;

    /** Nobody answers. */
    static Observation absent(String source, String why) {
        return new Observation(source, UNTOLD, UNTOLD, UNTOLD, UNTOLD, why);
    }

    /** Only the kernel's TCP figure. */
    static Observation ofKernel(String source, long kernelTcp) {
        return new Observation(source, UNTOLD, UNTOLD, UNTOLD, kernelTcp, "");
    }

    /** From fdscope's figures, by the names that the black box and JSON use. */
    static Observation ofFigures(String source, Map<String, ? extends Number> figures) {
        long allocated = figure(figures, "kernelTcpAllocated");
        long inUse = figure(figures, "kernelTcpInUse");
        return new Observation(
                source,
                figure(figures, "openCount"),
                figure(figures, "socketCount"),
                figure(figures, "unidentifiedSocketCount"),
                allocated < 0 || inUse < 0 ? UNTOLD : allocated - inUse,
                "");
    }

    private static long figure(Map<String, ? extends Number> figures, String name) {
        Number value = figures.get(name);
        return value == null ? UNTOLD : value.longValue();
    }

    /** Whether there is any figure. */
    boolean isPresent() {
        return absence.isEmpty();
    }
}
