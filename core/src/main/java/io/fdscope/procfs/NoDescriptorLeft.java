package io.fdscope.procfs;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code EMFILE} and {@code ENFILE} in the C library's own words, which are all that the JDK passes on: "Too many open
 * files", "Too many open files in system", Alpine's "No file descriptors available", or what they are in the language of
 * this process ("Zu viele offene Dateien").
 *
 * <p>The words of that language are asked for when this class is initialised, through a method of the JDK's that only an
 * agent can reach; where it cannot be reached, English alone is recognised.
 */
public final class NoDescriptorLeft {
    /** As glibc has them untranslated, and musl. Here, as this class is initialised when there may be none left to load another. */
    public static final List<String> ENGLISH =
            List.of("Too many open files", "Too many open files in system", "No file descriptors available");

    private static final int ENFILE = 23;
    private static final int EMFILE = 24;
    private static final int DEEPEST = 10;
    private static final Set<String> WORDS = words();

    private NoDescriptorLeft() {}

    /** Whether this is that failure. */
    public static boolean is(Throwable failure) {
        String message = failure instanceof IOException ? failure.getMessage() : null;
        for (String words : WORDS) {
            if (message != null && message.contains(words)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this, or what caused it, is that failure. */
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (is(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>(ENGLISH);
        try {
            Class<?> dispatcher = Class.forName("sun.nio.fs.UnixNativeDispatcher");
            MethodHandle strerror = MethodHandles.privateLookupIn(dispatcher, MethodHandles.lookup())
                    .findStatic(dispatcher, "strerror", MethodType.methodType(byte[].class, int.class));
            Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding"));
            for (int number : new int[] {EMFILE, ENFILE}) {
                words.add(new String((byte[]) strerror.invokeExact(number), charset));
            }
        } catch (Throwable unreachable) {
            // English it is.
        }
        words.remove("");
        return Set.copyOf(words);
    }
}
