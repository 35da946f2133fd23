package io.fdscope.trace;

import io.fdscope.fault.Faults;
import io.fdscope.hook.HookTransformer;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * The classes that are hooked, as the JVM shows them to whoever transforms next, each written anew with only those
 * constants that it uses: the JVM keeps in a class all that it ever had.
 */
final class JdkClasses implements ClassFileTransformer {
    private final Set<String> names = new HookTransformer(HookTable.points(), new Faults()).classes();
    private final Map<String, byte[]> seen = new TreeMap<>();

    private JdkClasses() {}

    static Map<String, byte[]> read(Instrumentation instrumentation)
            throws UnmodifiableClassException, ClassNotFoundException {
        JdkClasses reader = new JdkClasses();
        List<Class<?>> classes = new ArrayList<>();
        for (String name : reader.names) {
            if (Object.class.getResource("/" + name + ".class") != null) {
                classes.add(Class.forName(name.replace('/', '.'), false, null));
            }
        }
        instrumentation.addTransformer(reader, true);
        instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
        instrumentation.removeTransformer(reader);
        return reader.seen;
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
        if (names.contains(name)) {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(bytes).accept(writer, 0);
            seen.put(name, writer.toByteArray());
        }
        return null;
    }
}
