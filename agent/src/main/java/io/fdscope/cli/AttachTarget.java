package io.fdscope.cli;

import io.fdscope.blackbox.Liveness;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;

/**
 * A process that is to be attached to, as {@code /proc} shows it.
 *
 * @param pid its number
 */
record AttachTarget(long pid) {
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
            if (!isJvm()) {
                throw new UserError("process " + pid + " is no JVM; 'jps -l' lists the JVMs");
            }
        } catch (AccessDeniedException e) {
            throw new UserError(
                    "process " + pid + " does not let us look at it (" + e.getFile() + "): that takes CAP_SYS_PTRACE",
                    e);
        } catch (IOException e) {
            throw new UserError("cannot look at process " + pid + ": " + e, e);
        }
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

    private boolean isJvm() throws IOException {
        try (Stream<String> mappings = Files.lines(folder().resolve("maps"))) {
            return mappings.anyMatch(AttachTarget::isOfJvm);
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
