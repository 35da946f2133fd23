package io.fdscope.probe;

/**
 * Opens packages of {@code java.base} to us. Only an agent can; without one, native probes work where the JVM was started
 * with {@code --add-opens java.base/sun.nio.ch=ALL-UNNAMED --add-opens java.base/sun.nio.fs=ALL-UNNAMED}.
 */
@FunctionalInterface
public interface PackageOpener {
    /** Opens nothing. */
    PackageOpener NONE = (packageName, to) -> {};

    /**
     * Opens one package of {@code java.base}.
     *
     * @param packageName {@code sun.nio.ch}
     * @param to whose code is to get in
     */
    void open(String packageName, Module to);
}
