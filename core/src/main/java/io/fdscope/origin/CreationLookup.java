package io.fdscope.origin;

import java.util.Optional;

/** Finds who created an open socket. Safe from any thread. */
@FunctionalInterface
public interface CreationLookup {
    /** Knows nobody. */
    CreationLookup NONE = fd -> Optional.empty();

    /** The creation of the socket that is open under this number; empty where it is not known. */
    Optional<Creation> of(int fd);
}
