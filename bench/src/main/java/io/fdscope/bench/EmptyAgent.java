package io.fdscope.bench;

/** An agent that does nothing, and a main that does nothing: what is left is what any agent costs. */
public final class EmptyAgent {
    private EmptyAgent() {}

    public static void premain(String arguments) {}

    /** Ends after so many milliseconds. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread.sleep(Long.parseLong(arguments[0]));
        Runtime.getRuntime().halt(0);
    }
}
