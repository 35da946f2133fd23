package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, passwords and TLS, against the JDK's own JMX server. */
class AccessIT {
    private static final String STORE_PASSWORD = "secret-of-the-store";

    @TempDir
    Path folder;

    private Path file(String name, String text, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private String[] flags(int port, String... more) throws IOException {
        List<String> flags = new ArrayList<>(Arrays.asList(LoopbackJmx.flags(port)));
        flags.removeIf(flag -> flag.contains("authenticate") || flag.contains("ssl"));
        flags.add("-Dcom.sun.management.jmxremote.password.file="
                + file("passwords", "reader wrong-way\nwriter right-way\n", "rw-------"));
        flags.add("-Dcom.sun.management.jmxremote.access.file="
                + file("access", "reader readonly\nwriter readwrite\n", "rw-------"));
        flags.addAll(List.of(more));
        return flags.toArray(String[]::new);
    }

    @Test
    void aUserIsLetInWithHisPasswordAndNobodyElse() throws IOException {
        int port = LoopbackJmx.freePort();
        String url = "127.0.0.1:" + port;
        try (ForkedProcess host = AgentHost.withAgent("", flags(port, "-Dcom.sun.management.jmxremote.ssl=false"))) {
            AgentHost.get(host, "OpenCount");
            String right = file("right", "right-way\n", "rw-------").toString();

            assertThat(Run.of("status", url).output())
                    .containsExactly(
                            "fdscope: " + url + " wants a user and a password: give --user NAME, which asks for"
                                    + " the password, or --password-file FILE with it");
            assertThat(Run.of("status", url, "--user", "reader", "--password-file", right)
                            .output())
                    .containsExactly("fdscope: " + url + " refuses user reader: the name or the password is wrong");
            assertThat(Run.of("why", url, "--user", "writer", "--password-file", right)
                            .exitCode())
                    .isZero();
            String open = file("open", "wrong-way\n", "rw-r--r--").toString();
            Run reader = Run.of("status", url, "--user", "reader", "--password-file", open);
            assertThat(reader.exitCode()).isZero();
            assertThat(reader.text())
                    .contains(
                            "fdscope: others may read or change " + open + ": chmod 600 " + open,
                            "fdscope status of " + url + " (JMX, read ");
            assertThat(Run.of("why", url, "--user", "reader", "--password-file", open)
                            .output())
                    .last()
                    .isEqualTo("fdscope: " + url
                            + " lets user reader read attributes only ('status' and 'check' do no more): this"
                            + " takes a user with readwrite access");
            Run top = Run.of("top", url, "--once", "--user", "reader", "--password-file", open);
            assertThat(top.exitCode()).isZero();
            assertThat(top.output()).last().asString().contains("  open ", " of ", "lets user reader read attributes");
            assertThat(Run.of("top", url, "--user", "reader", "--password-file", right)
                            .output())
                    .containsExactly("fdscope: " + url + " refuses user reader: the name or the password is wrong");
            assertThat(Run.of("status", url, "--user", "writer").output())
                    .containsExactly("fdscope: there is no terminal to ask for the password of writer: give"
                            + " --password-file FILE");
            askedOnATerminal(url);
        }
    }

    private void askedOnATerminal(String url) throws IOException {
        try (Tmux tmux = new Tmux(folder, 100, 40)) {
            tmux.enter(ForkedProcess.java() + " -jar " + AgentHost.JAR + " status " + url + " --user writer");
            tmux.await("Password of writer:");
            tmux.enter("right-way");
            assertThat(tmux.await("of fdscope's own"))
                    .contains("fdscope status of " + url + " (JMX, read ")
                    .doesNotContain("right-way");
        }
    }

    @Test
    void tlsTakesAServerThatIsTrusted() throws IOException {
        int port = LoopbackJmx.freePort();
        String url = "127.0.0.1:" + port;
        Path keys = keys();
        String[] tls = {
            "-Dcom.sun.management.jmxremote.ssl=true",
            "-Dcom.sun.management.jmxremote.registry.ssl=true",
            "-Djavax.net.ssl.keyStore=" + keys,
            "-Djavax.net.ssl.keyStorePassword=" + STORE_PASSWORD
        };
        try (ForkedProcess host = AgentHost.withAgent("", flags(port, tls))) {
            AgentHost.get(host, "OpenCount");
            String password = file("right", "right-way\n", "rw-------").toString();
            List<String> asking = List.of("why", url, "--user", "writer", "--password-file", password);

            Run untrusting = Run.of(asking.toArray(String[]::new));
            List<String> trusting = new ArrayList<>(asking);
            trusting.add("-Djavax.net.ssl.trustStore=" + keys);
            trusting.add("-Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD);

            assertThat(untrusting.output())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("fdscope: no TLS with " + url + ": ")
                            .endsWith("; -Djavax.net.ssl.trustStore=FILE names whom to trust"));
            assertThat(untrusting.exitCode()).isEqualTo(1);
            assertThat(Run.of(trusting.toArray(String[]::new)).exitCode()).isZero();
        }
    }

    /** A key of the host's own, and its certificate: good for keeping and for trusting. */
    private Path keys() throws IOException {
        Path keys = folder.resolve("keys.p12");
        assertThat(ForkedProcess.run(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "host",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        keys.toString()))
                .noneMatch(line -> line.contains("error"));
        return keys;
    }

    @Test
    void aServerThatHangsIsGivenUpInTime() throws IOException {
        int port = LoopbackJmx.freePort();
        try (ForkedProcess host = AgentHost.withAgent("", LoopbackJmx.flags(port))) {
            AgentHost.get(host, "OpenCount");
            ForkedProcess.run("kill", "-STOP", Long.toString(host.pid()));

            Run run = Run.of("status", "127.0.0.1:" + port, "--timeout", "1");

            assertThat(run.output())
                    .containsExactly(
                            "fdscope: no answer from 127.0.0.1:" + port + " within 1000 ms: the process may hang,"
                                    + " or have no descriptor left for a connection; by process id it can still be read");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }
}
