package io.fdscope.trace;

import java.util.List;

/**
 * A method of the JDK and what is hooked into it. Compared by identity while the hooks are put in: the code that a record
 * compares itself with is made by the JVM at the first use, and premain has no time for that.
 *
 * @param owner its class, {@code sun/nio/ch/Net}
 * @param method its name
 * @param descriptor its parameters and its result
 * @param where at which places of it
 * @param call the hook
 * @param operands what the hook is given
 */
record Place(String owner, String method, String descriptor, Where where, HookCall call, List<Operand> operands) {
    /** @throws IllegalArgumentException without operands, or if the value on the stack is to be passed otherwise than first */
    Place {
        operands = List.copyOf(operands);
        if (operands.isEmpty()) {
            throw new IllegalArgumentException("no operand");
        }
        for (Operand later : operands.subList(1, operands.size())) {
            if (later instanceof Operand.Top) {
                throw new IllegalArgumentException("not the first operand: " + operands);
            }
        }
    }

    boolean takesTop() {
        return operands.get(0) instanceof Operand.Top;
    }

    boolean isIn(String methodName, String methodDescriptor) {
        return method.equals(methodName) && descriptor.equals(methodDescriptor);
    }

    /** Highest local variable that the hook is given, and −1 for none. */
    int highestSlot() {
        int highest = -1;
        for (Operand operand : operands) {
            if (operand instanceof Operand.Parameter parameter) {
                highest = Math.max(highest, parameter.slot());
            } else if (operand instanceof Operand.Field) {
                highest = Math.max(highest, 0);
            }
        }
        return highest;
    }
}
