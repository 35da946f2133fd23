package io.fdscope.agent;

import io.fdscope.Fdscope;

/** An application that brings fdscope as a library, starts it as the first thing in main, and closes it. */
final class LibraryHost {
    private LibraryHost() {}

    public static void main(String[] arguments) throws Exception {
        Fdscope.start().close();
        System.out.println("library closed");
        Host.main(arguments);
    }
}
