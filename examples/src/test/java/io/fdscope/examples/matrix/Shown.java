package io.fdscope.examples.matrix;

import io.fdscope.fixture.LsofRow;

/** How lsof shows a socket. */
enum Shown {
    UNIDENTIFIED,
    ESTABLISHED,
    CLOSE_WAIT,
    FIN_WAIT2,
    LISTEN,
    UDP,
    UNIX;

    boolean fits(LsofRow row) {
        return switch (this) {
            case UNIDENTIFIED -> row.unidentified();
            case UDP -> row.type().startsWith("IPv") && row.state().isEmpty();
            case UNIX -> row.type().equals("unix");
            case ESTABLISHED, CLOSE_WAIT, FIN_WAIT2, LISTEN -> row.state().equals(name());
        };
    }
}
