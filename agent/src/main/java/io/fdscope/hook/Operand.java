package io.fdscope.hook;

/** What a hook is given, as the hooked method has it at that place. */
public sealed interface Operand {
    /** The value on top of the stack: what is returned, stored, thrown or caught. Comes first if at all. */
    record Top() implements Operand {}

    /** A parameter, by its slot among the local variables; {@code this} is slot 0. */
    record Parameter(int slot) implements Operand {}

    /** A field of {@code this}, or of a parameter that is another of the same class. */
    record Field(int slot, String name, String descriptor) implements Operand {}

    /** A constant. */
    record Constant(int value) implements Operand {}
}
