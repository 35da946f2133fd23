package io.fdscope.hook;

import java.util.Set;

/** At which places of a method a hook is called. */
public sealed interface Where {
    /** At its start. */
    record Entry() implements Where {}

    /** Before each return. */
    record Return() implements Where {}

    /** Where an exception leaves it; the exception goes on. */
    record Thrown() implements Where {}

    /** Where an exception leaves it; the method returns what the hook does, unless that throws as well. */
    record Rescued() implements Where {}

    /**
     * At the start of each catch of one of these that the method itself has.
     *
     * @param types {@code java/io/IOException}
     */
    record Caught(Set<String> types) implements Where {}

    /** Before a field of that name is set. */
    record Store(String field) implements Where {}
}
