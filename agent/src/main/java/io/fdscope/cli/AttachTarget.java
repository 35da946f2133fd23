package io.fdscope.cli;

import io.fdscope.blackbox.Liveness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process that is to be attached to, as {@code /proc} shows it.
 *
 * @param pid its number
 */
record AttachTarget(long pid) {
    private static final Pattern OPENJ9 = Pattern.compile("/libj9vm\\d*\\.so( \\(deleted\\))?$");

    /**
     * Finds out whether it can be attached to. Attaching to what is no JVM may kill it: SIGQUIT is part of it.
     *
     * @throws UserError where it cannot, with what to do about it
     */
    void checkProcess() throws UserError {
        if (!Liveness.isAlive(pid)) {
            throw new UserError("there is no process " + pid + "; 'jps -l' lists the JVMs");
        }
        try {
            checkOwner();
            if (!hasMapped(AttachTarget::isOfJvm)) {
                throw new UserError("process " + pid + " is no JVM; 'jps -l' lists the JVMs");
            }
        } catch (IOException e) {
            throw unseen(e);
        }
    }

    /**
     * Finds out whether this JVM knows how to attach to that one: HotSpot's way, a SIGQUIT, has OpenJ9 stop and write a dump.
     *
     * @param ours the name of this JVM, {@code java.vm.name}
     */
    void checkKind(String ours) throws UserError {
        try {
            if (!ours.contains("OpenJ9") && hasMapped(AttachTarget::isOfOpenJ9)) {
                throw new UserError("process " + pid + " is an OpenJ9 JVM: run this with its own java");
            }
        } catch (IOException e) {
            throw unseen(e);
        }
    }

    private UserError unseen(IOException e) {
        return e instanceof AccessDeniedException refused
                ? new UserError(
                        "process " + pid + " does not let us look at it (" + refused.getFile()
                                + "): that takes CAP_SYS_PTRACE",
                        e)
                : new UserError("cannot look at process " + pid + ": " + e, e);
    }

    /** Finds out whether it can load the agent from this jar. */
    void checkSees(Path jar) throws UserError {
        if (!Files.isRegularFile(outside(jar))) {
            throw new UserError("process " + pid + " does not see " + jar
                    + (isElsewhere() ? ": it runs in another container; copy" : " (a container?): copy")
                    + " the jar into it, and run this there (docker exec, kubectl exec), with its process id there");
        }
    }

    private void checkOwner() throws IOException, UserError {
        UserPrincipal me = Files.getOwner(Path.of("/proc/self"));
        if (!me.equals(owner()) && !me.getName().equals("root")) {
            throw new UserError("process " + pid + " runs as " + owner() + " and this as " + me + ": run it as "
                    + owner() + " (" + sudo(owner()) + ")");
        }
    }

    /** How to run something as that user; one that has no name here is known by its number. */
    static String sudo(UserPrincipal user) {
        return "sudo -u " + (user.getName().matches("\\d+") ? "'#" + user + "'" : user) + " ...";
    }

    /** Who it runs as. */
    UserPrincipal owner() throws IOException {
        return Files.getOwner(folder());
    }

    private boolean hasMapped(Predicate<String> wanted) throws IOException {
        return anyLine(folder().resolve("maps"), wanted);
    }

    /** As Latin-1, in which all bytes are characters: the name of a mapped file need not be UTF-8. */
    static boolean anyLine(Path maps, Predicate<String> wanted) throws IOException {
        try (Stream<String> lines = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(wanted);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Whether this line of {@code /proc/PID/maps} tells of a JVM. An upgrade of the JDK removes the file under the
     * running process:
     *
     * <pre>7f2a1c000000-7f2a1d2f4000 r-xp 002b1000 08:01 1835021    /usr/lib/jvm/java-17/lib/server/libjvm.so (deleted)</pre>
     */
    static boolean isOfJvm(String mapping) {
        return mapping.endsWith("/libjvm.so") || mapping.endsWith("/libjvm.so (deleted)");
    }

    /** Whether this line tells of OpenJ9, which brings a libjvm.so as well: {@code .../lib/default/libj9vm29.so}. */
    static boolean isOfOpenJ9(String mapping) {
        return OPENJ9.matcher(mapping).find();
    }

    /** Whether it runs in another pid or mount namespace than we do: in a container. False where we may not look. */
    boolean isElsewhere() {
        return differs("pid") || differs("mnt");
    }

    private boolean differs(String namespace) {
        try {
            Path itsOwn = Path.of("ns", namespace);
            return !Files.readSymbolicLink(folder().resolve(itsOwn))
                    .equals(Files.readSymbolicLink(Path.of("/proc/self").resolve(itsOwn)));
        } catch (IOException notAllowed) {
            return false;
        }
    }

    /** Where we see a file of its own root. */
    Path outside(Path inside) {
        return folder().resolve("root").resolve(Path.of("/").relativize(inside));
    }

    private Path folder() {
        return Path.of("/proc", Long.toString(pid));
    }
}
