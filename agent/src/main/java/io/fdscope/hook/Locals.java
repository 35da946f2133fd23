package io.fdscope.hook;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The result of a method, and its parameters as its local variables: the compiler keeps them there for the whole of it. */
final class Locals {
    /** By slot; null is the second half of a long. */
    private final List<Type> slots = new ArrayList<>();

    private final Type result;

    Locals(String owner, int access, String descriptor) {
        result = Type.getReturnType(descriptor);
        if ((access & Opcodes.ACC_STATIC) == 0) {
            slots.add(Type.getObjectType(owner));
        }
        for (Type type : Type.getArgumentTypes(descriptor)) {
            slots.add(type);
            if (type.getSize() == 2) {
                slots.add(null);
            }
        }
    }

    /** What the method returns. */
    Type result() {
        return result;
    }

    Type type(int slot) {
        return slots.get(slot);
    }

    /** As a frame lists them, up to a slot; nothing for −1. What it leaves out may be anything. */
    Object[] upTo(int highest) {
        List<Object> known = new ArrayList<>();
        for (Type type : slots.subList(0, highest + 1)) {
            if (type != null) {
                known.add(inFrame(type));
            }
        }
        return known.toArray();
    }

    private static Object inFrame(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT, Type.ARRAY -> type.getInternalName();
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.FLOAT -> Opcodes.FLOAT;
            default -> Opcodes.INTEGER;
        };
    }
}
