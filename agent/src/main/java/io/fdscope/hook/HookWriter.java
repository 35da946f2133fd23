package io.fdscope.hook;

import io.fdscope.hook.Where.Caught;
import io.fdscope.hook.Where.Entry;
import io.fdscope.hook.Where.Rescued;
import io.fdscope.hook.Where.Return;
import io.fdscope.hook.Where.Store;
import io.fdscope.hook.Where.Thrown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a method anew with its hooks in it. Takes no local variables: those that JDK 25 knows of are in its frames, and
 * new ones made the verifier refuse the class. Only a hook on what is thrown needs a frame, and gets one of its own.
 */
final class HookWriter extends MethodVisitor {
    /** The most that a hook has on the stack above what is there: the target, the value twice while they swap, two more. */
    private static final int MOST_STACK = 5;

    private final Locals locals;
    private final List<Place> places;
    private final Set<Place> found;
    private final Map<Label, List<String>> handlers = new HashMap<>();
    private final Label start = new Label();
    /** What the handler catches at whose start we are; null elsewhere. */
    private List<String> caughtHere;

    /**
     * @param places all in this method
     * @param found gets each hook that has been written
     */
    HookWriter(MethodVisitor next, Locals locals, List<Place> places, Set<Place> found) {
        super(Opcodes.ASM9, next);
        this.locals = locals;
        this.places = places;
        this.found = found;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        super.visitLabel(start);
        hook(Entry.class);
    }

    @Override
    public void visitTryCatchBlock(Label from, Label to, Label handler, String type) {
        if (type != null) {
            List<String> types = handlers.get(handler); // Several, for a catch of one type or another.
            if (types == null) {
                types = new ArrayList<>();
                handlers.put(handler, types);
            }
            types.add(type);
        }
        super.visitTryCatchBlock(from, to, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        if (handlers.containsKey(label)) {
            caughtHere = handlers.get(label);
        }
    }

    /** The compiler begins every handler by storing what was caught. */
    @Override
    public void visitVarInsn(int opcode, int variable) {
        if (caughtHere != null && opcode == Opcodes.ASTORE) {
            hookCaught();
        }
        caughtHere = null;
        super.visitVarInsn(opcode, variable);
    }

    @Override
    public void visitInsn(int opcode) {
        caughtHere = null;
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            hook(Return.class);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.PUTFIELD) {
            for (Place place : places) {
                if (place.hook().where() instanceof Store store && store.field().equals(name)) {
                    call(place);
                }
            }
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        for (Place place : places) {
            Where where = place.hook().where();
            if (where instanceof Thrown || where instanceof Rescued) {
                hookThrown(place);
            }
        }
        super.visitMaxs(maxStack + MOST_STACK, maxLocals);
    }

    /** Comes last in the table of handlers, so that the method's own go first. */
    private void hookThrown(Place place) {
        Label handler = new Label();
        super.visitTryCatchBlock(start, handler, handler, null);
        super.visitLabel(handler);
        Object[] known = locals.upTo(place.hook().highestSlot());
        super.visitFrame(Opcodes.F_FULL, known.length, known, 1, new Object[] {"java/lang/Throwable"});
        call(place);
        if (place.hook().where() instanceof Rescued) {
            super.visitTypeInsn(Opcodes.CHECKCAST, locals.result().getInternalName());
            super.visitInsn(Opcodes.ARETURN);
        } else {
            super.visitInsn(Opcodes.ATHROW);
        }
    }

    private void hookCaught() {
        for (Place place : places) {
            if (place.hook().where() instanceof Caught caught && !Collections.disjoint(caught.types(), caughtHere)) {
                call(place);
            }
        }
    }

    private void hook(Class<? extends Where> where) {
        for (Place place : places) {
            if (where.isInstance(place.hook().where())) {
                call(place);
            }
        }
    }

    private void call(Place place) {
        HookCall call = place.hook().call();
        if (place.hook().takesTop()) {
            super.visitInsn(Opcodes.DUP);
        }
        super.visitFieldInsn(Opcodes.GETSTATIC, call.owner(), "target", "L" + call.owner() + ";");
        if (place.hook().takesTop()) {
            super.visitInsn(Opcodes.SWAP);
        }
        for (Operand operand : place.hook().operands()) {
            push(place, operand);
        }
        super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, call.owner(), call.methodName(), call.descriptor(), false);
        found.add(place);
    }

    private void push(Place place, Operand operand) {
        if (operand instanceof Operand.Parameter parameter) {
            Type type = locals.type(parameter.slot());
            super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), parameter.slot());
        } else if (operand instanceof Operand.Field field) {
            super.visitVarInsn(Opcodes.ALOAD, field.slot());
            if (field.slot() > 0) { // Declared as a superclass of its own, whose fields are shut from here.
                super.visitTypeInsn(Opcodes.CHECKCAST, place.owner());
            }
            super.visitFieldInsn(Opcodes.GETFIELD, place.owner(), field.name(), field.descriptor());
        } else if (operand instanceof Operand.Constant constant) {
            super.visitInsn(Opcodes.ICONST_0 + constant.value());
        }
    }
}
