package io.fdscope.hook;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * One class of the JDK with its hooks. Methods without any are copied byte for byte.
 *
 * <p>ASM reads no class file of a version that it does not know. Those of a newer JDK are read as if they were of the
 * newest that it does, and keep their own version: what changes from one to the next lies elsewhere than in these methods,
 * or else cannot be read, and the hooks are missing.
 */
public final class HookedClass extends ClassVisitor {
    /** Where the two bytes of the minor version are, and the two of the major; JVMS 4.1. ASM has them as one int too. */
    private static final int VERSION = 4;

    private static final int MAJOR = 0xffff;
    private static final int NEWEST_KNOWN = Opcodes.V27;

    private final List<Place> places;
    private final Set<Place> found = new HashSet<>();
    private final int version;
    private final byte[] code;

    /**
     * @param original the class as it is
     * @param places all in this class
     * @throws RuntimeException if it cannot be read
     */
    public HookedClass(byte[] original, List<Place> places) {
        super(Opcodes.ASM9);
        this.places = places;
        version = ByteBuffer.wrap(original).getInt(VERSION);
        ClassReader reader = new ClassReader(readable(original));
        ClassWriter writer = new ClassWriter(reader, 0);
        cv = writer;
        reader.accept(this, 0);
        code = writer.toByteArray();
    }

    private byte[] readable(byte[] original) {
        if ((version & MAJOR) <= NEWEST_KNOWN) {
            return original;
        }
        byte[] copy = original.clone();
        ByteBuffer.wrap(copy).putInt(VERSION, (version & ~MAJOR) | NEWEST_KNOWN);
        return copy;
    }

    @Override
    public void visit(
            int versionRead, int access, String name, String signature, String superName, String[] interfaces) {
        super.visit(version, access, name, signature, superName, interfaces);
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

    /** Its class file. */
    public byte[] code() {
        return code;
    }

    /** The hooks that it has. */
    public Set<Place> found() {
        return found;
    }
}
