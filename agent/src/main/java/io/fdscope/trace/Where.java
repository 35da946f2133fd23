package io.fdscope.trace;

/** At which places of a method a hook is called. */
sealed interface Where {
    /** At its start. */
    record Entry() implements Where {}

    /** Before each return. */
    record Return() implements Where {}

    /** Where an exception leaves it; the exception goes on. */
    record Thrown() implements Where {}

    /** At the start of each catch of an IOException, or of all, that the method itself has. */
    record Caught() implements Where {}

    /** Before a field of that name is set. */
    record Store(String field) implements Where {}
}
