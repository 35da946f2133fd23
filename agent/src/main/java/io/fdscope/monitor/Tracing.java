package io.fdscope.monitor;

import io.fdscope.origin.Ledger;
import io.fdscope.origin.SocketListener;
import io.fdscope.origin.TracingControl;
import io.fdscope.threshold.ExhaustionWatch;
import io.fdscope.trace.SocketTracing;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Optional;

/**
 * The hooks in the JDK with the ledger that they fill. Made before {@code main} runs, so that the first socket of the
 * application is in it; the rest of fdscope comes later.
 */
public final class Tracing implements TracingControl, AutoCloseable {
    private final Optional<Instrumentation> instrumentation;
    private final Complaints complaints;
    private final ExhaustionWatch exhaustion = new ExhaustionWatch();
    private final Ledger ledger = new Ledger(exhaustion::failed);
    private SocketListener listener = SocketListener.NONE;
    /** Null until they are first put in. Who asks for their state takes no lock: a switch holds it, and may take long. */
    private volatile SocketTracing hooks;

    private boolean closed;

    /** @param instrumentation puts hooks into the JDK; empty where fdscope came as a library, which cannot */
    public Tracing(Optional<Instrumentation> instrumentation, Complaints complaints) {
        this.instrumentation = instrumentation;
        this.complaints = complaints;
    }

    /** Whether it can be switched on at all: not in a library. */
    boolean isPossible() {
        return instrumentation.isPresent();
    }

    /** What the hooks fill. */
    Ledger ledger() {
        return ledger;
    }

    /** Told by the hooks when a socket could not be opened for want of a descriptor. */
    ExhaustionWatch exhaustion() {
        return exhaustion;
    }

    /** Who else is told of each socket, after the ledger. */
    synchronized void listen(SocketListener told) {
        listener = told;
        if (hooks != null) {
            hooks.listen(told);
        }
    }

    @Override
    public int activeHooks() {
        return hooks == null ? 0 : hooks.activeHooks();
    }

    @Override
    public List<String> missingHooks() {
        return hooks == null ? List.of() : hooks.missingHooks();
    }

    @Override
    public boolean isEnabled() {
        return hooks != null && hooks.isEnabled();
    }

    @Override
    public synchronized void enable() {
        if (instrumentation.isEmpty()) {
            NONE.enable(); // Says why not.
        }
        if (closed || isEnabled()) {
            return;
        }
        ledger.begin(); // First, so that it misses nothing.
        if (hooks == null) {
            hooks = SocketTracing.install(instrumentation.get(), ledger, complaints.faults(), complaints.announcer());
            hooks.listen(listener);
        } else {
            hooks.setEnabled(true);
        }
        if (!hooks.isEnabled()) {
            ledger.end();
            throw new UnsupportedOperationException("sockets cannot be traced in this JVM; its Faults say why");
        }
    }

    @Override
    public synchronized void disable() {
        if (isEnabled()) {
            hooks.setEnabled(false);
            if (!hooks.isEnabled()) {
                ledger.end();
            }
        }
    }

    /** Takes the hooks out for good. */
    @Override
    public synchronized void close() {
        disable();
        ledger.end(); // Nobody settles it any more, whether or not the hooks could be taken out.
        closed = true;
    }
}
