package io.fdscope.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** One class of the JDK with its hooks. Methods without any are copied byte for byte. */
final class HookedClass extends ClassVisitor {
    private final List<Place> places;
    private final Set<Place> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final byte[] code;

    /**
     * @param original the class as it is
     * @param places all in this class
     * @throws RuntimeException if it cannot be read
     */
    HookedClass(byte[] original, List<Place> places) {
        this(new ClassReader(original), places);
    }

    private HookedClass(ClassReader reader, List<Place> places) {
        this(reader, new ClassWriter(reader, 0), places);
    }

    private HookedClass(ClassReader reader, ClassWriter writer, List<Place> places) {
        super(Opcodes.ASM9, writer);
        this.places = places;
        reader.accept(this, 0);
        code = writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        List<Place> here = new ArrayList<>();
        for (Place place : places) {
            if (place.isIn(name, descriptor)) {
                here.add(place);
            }
        }
        return here.isEmpty()
                ? next
                : new HookWriter(next, new Locals(here.get(0).owner(), access, descriptor), here, found);
    }

    byte[] code() {
        return code;
    }

    /** The hooks that it has, by identity. */
    Set<Place> found() {
        return found;
    }
}
