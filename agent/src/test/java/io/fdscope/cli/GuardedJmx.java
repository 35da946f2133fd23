package io.fdscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The users of a JMX connector on loopback: {@code poller}, who may read, and {@code admin}, who may do everything.
 *
 * @param folder where their passwords stand
 */
record GuardedJmx(Path folder) {
    /** What a host that lets only them in is started with. */
    String[] flags(int port) throws IOException {
        Path passwords = secret("jmxremote.password", "poller look\nadmin act\n");
        Path access = secret("jmxremote.access", "poller readonly\nadmin readwrite\n");
        List<String> flags = new ArrayList<>(List.of(LoopbackJmx.flags(port)));
        flags.remove("-Dcom.sun.management.jmxremote.authenticate=false");
        flags.add("-Dcom.sun.management.jmxremote.authenticate=true");
        flags.add("-Dcom.sun.management.jmxremote.password.file=" + passwords);
        flags.add("-Dcom.sun.management.jmxremote.access.file=" + access);
        return flags.toArray(String[]::new);
    }

    /** A file with a password, as {@code --password-file} takes it. */
    String passwordFile(String password) throws IOException {
        return secret("password-" + password, password + "\n").toString();
    }

    private Path secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
