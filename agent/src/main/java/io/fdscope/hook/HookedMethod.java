package io.fdscope.hook;

import java.util.List;

/**
 * A method of the JDK that is to be hooked.
 *
 * @param owner its class, {@code sun/nio/ch/Net}
 * @param name its name
 * @param descriptor its parameters and its result
 */
public record HookedMethod(String owner, String name, String descriptor) {
    /** A hook in it. */
    public Place calls(HookCall call, Where where, Operand... operands) {
        return new Place(owner, name, descriptor, new Place.Hook(where, call, List.of(operands)));
    }
}
