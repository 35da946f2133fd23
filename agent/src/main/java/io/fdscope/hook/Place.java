package io.fdscope.hook;

import java.util.List;

/**
 * A method of the JDK and what is hooked into it. No record, because those of the table are told apart by identity: the
 * code with which records compare themselves is made at its first use, and premain has no time for that.
 */
public final class Place {
    private final String owner;
    private final String method;
    private final String descriptor;
    private final Hook hook;

    /**
     * @param owner its class, {@code sun/nio/ch/Net}
     * @param method its name
     * @param descriptor its parameters and its result
     */
    Place(String owner, String method, String descriptor, Hook hook) {
        this.owner = owner;
        this.method = method;
        this.descriptor = descriptor;
        this.hook = hook;
    }

    /** Its class. */
    public String owner() {
        return owner;
    }

    Hook hook() {
        return hook;
    }

    boolean isIn(String methodName, String methodDescriptor) {
        return method.equals(methodName) && descriptor.equals(methodDescriptor);
    }

    /**
     * What is called there.
     *
     * @param where at which places of the method
     * @param call which method of ours
     * @param operands what it is given
     */
    public record Hook(Where where, HookCall call, List<Operand> operands) {
        /** @throws IllegalArgumentException if the value on the stack does not come first */
        public Hook {
            operands = List.copyOf(operands);
            for (int i = 1; i < operands.size(); i++) {
                if (operands.get(i) instanceof Operand.Top) {
                    throw new IllegalArgumentException("not the first operand: " + operands);
                }
            }
        }

        boolean takesTop() {
            return !operands.isEmpty() && operands.get(0) instanceof Operand.Top;
        }

        /** Highest local variable that it is given, and −1 for none. */
        int highestSlot() {
            int highest = -1;
            for (Operand operand : operands) {
                if (operand instanceof Operand.Parameter parameter) {
                    highest = Math.max(highest, parameter.slot());
                } else if (operand instanceof Operand.Field field) {
                    highest = Math.max(highest, field.slot());
                }
            }
            return highest;
        }
    }
}
