package io.fdscope.hook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of a hook class, as its class file in our jar has them. */
public final class HookMethods extends ClassVisitor {
    private final List<String> methods = new ArrayList<>();

    private HookMethods() {
        super(Opcodes.ASM9);
    }

    /** Each with its name, its parameters and its result. */
    public static List<String> of(String resource) throws IOException {
        HookMethods visitor = new HookMethods();
        try (InputStream in = HookClass.class.getResourceAsStream(resource)) {
            new ClassReader(in).accept(visitor, 0);
        }
        return visitor.methods;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        methods.add(name + descriptor);
        return null;
    }
}
