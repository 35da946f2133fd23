package io.fdscope.guard;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The flight recorder's own classes, which another JDK may have otherwise: looked up by name when the hooks are put in, so
 * that what is missing is known then.
 */
@FunctionalInterface
interface RecorderClasses {
    /** Those of this JVM, which has used its recorder and lets us into it. */
    RecorderClasses OF_THIS_JVM = name -> Class.forName(name, false, null);

    /**
     * One of them.
     *
     * @throws ReflectiveOperationException if there is none
     */
    Class<?> named(String name) throws ReflectiveOperationException;

    /**
     * One of its methods, to be called by us.
     *
     * @throws ReflectiveOperationException if there is no such class or method
     */
    default Method method(String owner, String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = named(owner).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    /**
     * One of its fields, to be read by us.
     *
     * @throws ReflectiveOperationException if there is no such class or field
     */
    default Field field(String owner, String name) throws ReflectiveOperationException {
        Field field = named(owner).getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
