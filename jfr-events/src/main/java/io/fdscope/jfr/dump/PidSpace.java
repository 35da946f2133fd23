package io.fdscope.jfr.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a process number stands for one process: a pid namespace, from one start of a kernel to the next. Containers
 * that share a folder have the same numbers, and so have hosts. Of two processes with one number in one such place, the
 * earlier is dead; and the kernel gives the inode of a namespace to another only when the processes in it are.
 *
 * @param name as part of a file name
 */
record PidSpace(String name) {
    /** {@code /proc/self/ns/pid -> pid:[4026531836]}, see pid_namespaces(7). */
    private static final Pattern NAMESPACE = Pattern.compile("pid:\\[(\\d{1,20})]");
    /** {@code f80b2193-a682-40a1-b393-dcb9ae633169}, another after every start of the kernel, see random(4). */
    private static final Pattern BOOT = Pattern.compile("([0-9a-f-]{36})");

    /** That of this process. Where the kernel does not tell, a random one, which nobody else has. */
    static PidSpace read(Path procRoot) {
        try {
            return new PidSpace(namespace(procRoot) + "-" + boot(procRoot));
        } catch (IOException | RuntimeException unknown) {
            // Not SecureRandom, which keeps two files open that are not known to be ours.
            return new PidSpace(Long.toHexString(ThreadLocalRandom.current().nextLong()));
        }
    }

    private static String namespace(Path procRoot) throws IOException {
        String link = Files.readSymbolicLink(procRoot.resolve("self/ns/pid")).toString();
        return matched(NAMESPACE, link);
    }

    private static String boot(Path procRoot) throws IOException {
        String text = Files.readString(procRoot.resolve("sys/kernel/random/boot_id"));
        return matched(BOOT, text.strip());
    }

    private static String matched(Pattern expected, String text) throws IOException {
        Matcher matcher = expected.matcher(text);
        if (!matcher.matches()) {
            throw new IOException("'" + text + "' is not " + expected);
        }
        return matcher.group(1);
    }
}
