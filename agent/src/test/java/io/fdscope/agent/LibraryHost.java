package io.fdscope.agent;

import io.fdscope.Fdscope;

/** An application that brings fdscope as a library, starts it as the first thing in main, and closes it unless told. */
public final class LibraryHost {
    /** A property: {@code true} where it is to be kept. */
    public static final String KEPT = "fdscope.test.kept";

    private LibraryHost() {}

    public static void main(String[] arguments) throws Exception {
        Fdscope library = Fdscope.start();
        if (!Boolean.getBoolean(KEPT)) {
            library.close();
            System.out.println("library closed");
        }
        Host.main(arguments);
    }
}
