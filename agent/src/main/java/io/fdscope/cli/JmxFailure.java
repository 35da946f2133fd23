package io.fdscope.cli;

import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ReflectionException;
import javax.naming.NameNotFoundException;
import javax.net.ssl.SSLException;

/**
 * Words what went wrong with a JMX server: what, and what to do about it.
 *
 * @param server who was asked
 */
record JmxFailure(JmxServer server) {
    /** One line. */
    UserError explain(Throwable failure) {
        return new UserError(words(failure, UserError.root(failure)), failure);
    }

    private String words(Throwable failure, Throwable root) {
        String target = server.target();
        if (failure instanceof InstanceNotFoundException) {
            return "the JVM at " + target + " has no fdscope in it: start it with -javaagent:fdscope.jar (which shows"
                    + " itself two seconds after main has begun), or put it in with 'fdscope attach PID' on its machine";
        }
        if (failure instanceof ReflectionException) {
            return "the fdscope at " + target + " is of a version that cannot tell this";
        }
        if (failure instanceof SecurityException) {
            return refused(String.valueOf(failure.getMessage()));
        }
        return failure instanceof JMException || failure instanceof JMRuntimeException
                ? "the fdscope at " + target + " says: " + root.getMessage()
                : unreachable(root);
    }

    /** {@code Authentication failed! ...}, or {@code Access denied! ...} once one has been let in. */
    private String refused(String reason) {
        if (reason.startsWith("Access denied")) {
            return server.target() + " lets " + server.login()
                    + " read attributes only ('status' and 'check' do no more): this"
                    + " takes a user with readwrite access";
        }
        return server.login().isGiven()
                ? server.target() + " refuses " + server.login() + ": the name or the password is wrong"
                : server.target() + " wants a user and a password: give --user NAME, which asks for the password, or"
                        + " --password-file FILE with it";
    }

    private String unreachable(Throwable root) {
        String target = server.target();
        if (root instanceof MalformedURLException) {
            return "'" + target + "' is no JMX URL: use host:port or service:jmx:...";
        }
        if (root instanceof UnknownHostException) {
            return "cannot reach " + target + ": there is no host of that name";
        }
        if (root instanceof NameNotFoundException) {
            return "there is an RMI registry at " + target + ", but no JMX server in it";
        }
        if (root instanceof ConnectException) {
            return "cannot reach " + target + ": " + root.getMessage() + "; does a JVM run there that was started with"
                    + " -Dcom.sun.management.jmxremote.port=PORT?";
        }
        if (root instanceof SSLException || root instanceof GeneralSecurityException) {
            return "no TLS with " + target + ": " + root.getMessage()
                    + "; -Djavax.net.ssl.trustStore=FILE names whom to" + " trust";
        }
        return "cannot reach " + target + ": " + (root.getMessage() == null ? root.toString() : root.getMessage());
    }
}
