package io.fdscope.jmc.ui.console;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.osgi.framework.Bundle;

/**
 * A type of JMC's application, known by its names: no jar of it can be compiled against.
 *
 * @param bundle symbolic name of the bundle that has it
 * @param name its binary name
 */
record ApplicationType(String bundle, String name) {
    /** Found in the running JMC; a release without it is told in JMC's log, and goes without what it was for. */
    Class<?> find() throws CoreException {
        Bundle found = Platform.getBundle(bundle);
        if (found == null) {
            throw new CoreException(Status.error("fdscope: there is no bundle " + bundle));
        }
        try {
            return found.loadClass(name);
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new CoreException(Status.error("fdscope: there is no " + name, missing));
        }
    }

    /**
     * An object of this interface.
     *
     * @param method the only one of its methods that does something; any other that JMC may add returns null
     * @param body gets the arguments, and returns what the method returns
     */
    Object implementedBy(String method, Function<Object[], Object> body) throws CoreException {
        Class<?> type = find();
        InvocationHandler calls = (self, called, arguments) -> {
            if (called.getDeclaringClass() == Object.class) {
                return ofObject(self, called.getName(), arguments);
            }
            return called.getName().equals(method) ? body.apply(arguments) : null;
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls);
    }

    private Object ofObject(Object self, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "fdscope's " + name;
        };
    }
}
