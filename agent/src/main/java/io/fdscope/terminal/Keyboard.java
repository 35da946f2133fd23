package io.fdscope.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Hears keys, in a thread of its own: reading from a terminal cannot be interrupted. */
public final class Keyboard {
    private static final int ESC = 0x1b;
    /** A key's sequence comes at once, over a slow line in pieces; after a lone ESC comes nothing. */
    private static final int TRIES = 10;

    private static final long TRY_NANOS = 5_000_000;
    private static final int LONGEST_SEQUENCE = 16;

    private final InputStream in;
    private final Consumer<Key> listener;

    public Keyboard(InputStream in, Consumer<Key> listener) {
        this.in = in;
        this.listener = listener;
    }

    /** Begins to listen; for as long as the process lives. */
    public void start() {
        Thread thread = new Thread(this::listen, "fdscope-keys");
        thread.setDaemon(true);
        thread.start();
    }

    /** Tells of every key up to the end, which is a key, too: whatever ends it, nobody is shut in without keys. */
    void listen() {
        try {
            for (int character = in.read(); character >= 0; character = in.read()) {
                listener.accept(character == ESC ? escaped() : Key.of(character));
            }
        } catch (IOException lost) {
            // As its end.
        } finally {
            listener.accept(Key.HANG_UP);
        }
    }

    private Key escaped() throws IOException {
        if (!isMoreComing()) {
            return Key.ESCAPE;
        }
        StringBuilder sequence = new StringBuilder();
        sequence.append((char) in.read());
        while (sequence.length() < LONGEST_SEQUENCE && !isComplete(sequence) && isMoreComing()) {
            sequence.append((char) in.read());
        }
        return Key.ofSequence(sequence.toString());
    }

    private static boolean isComplete(CharSequence sequence) {
        char first = sequence.charAt(0);
        char last = sequence.charAt(sequence.length() - 1);
        return sequence.length() == 1 ? first != '[' && first != 'O' : last >= '@' && last <= '~';
    }

    private boolean isMoreComing() throws IOException {
        for (int i = 0; i < TRIES && in.available() == 0; i++) {
            LockSupport.parkNanos(TRY_NANOS);
        }
        return in.available() > 0;
    }
}
