package io.fdscope.examples.incident;

/** Why the demo cannot go on: the message says what happened, and what to do where something can be done. */
final class DemoFailure extends Exception {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }

    DemoFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
