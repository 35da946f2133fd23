package io.fdscope.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --timeout}, {@code --user}, {@code --password-file}, {@code -D}: as every verb has them that asks a process. */
final class AccessOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private TimeoutOption timeout;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The JMX user. The password is asked for, or read from --password-file.")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the JMX password.")
    private Path passwordFile;

    @Option(
            names = "-D",
            paramLabel = "NAME=VALUE",
            description = "A system property of this program, for TLS: javax.net.ssl.trustStore, ...")
    private Map<String, String> properties = Map.of();

    /**
     * How the process is to be asked. Asks the user for a password, where there is none yet.
     *
     * @throws UserError where there is no password to be had
     */
    Access access() throws UserError {
        return access(TimeoutOption.USUAL);
    }

    /**
     * The same.
     *
     * @param patience how long to wait for it, where the user has not said
     */
    Access access(Duration patience) throws UserError {
        properties.forEach(System::setProperty);
        return new Access(timeout.limit(patience), login());
    }

    private Login login() throws UserError {
        if (user == null) {
            if (passwordFile != null) {
                throw new ParameterException(spec.commandLine(), "--password-file takes --user");
            }
            return Login.NONE;
        }
        Password password = passwordFile == null
                ? Password.askedFor(user)
                : Password.ofFile(
                        passwordFile,
                        warning -> new Screen(spec.commandLine().getErr()).print("fdscope: " + warning + "\n"));
        return new Login(user, password.text());
    }
}
