package io.fdscope.examples.incident;

import java.util.Locale;

/**
 * What the user should know before it starts.
 *
 * @param pid of the service
 * @param limit descriptors that it may have
 */
record Introduction(long pid, long limit) {
    void show(Screen screen) {
        screen.line(screen.as(
                Screen.Look.HEADING, "fdscope demo: a service loses a socket with every failed database connection"));
        screen.line("");
        screen.line(
                String.format(Locale.ROOT, """
                          mechanism  the incident's: MySQL Connector/J opens a socket, its bind fails,
                                     nobody closes it; the Druid pool tries again. The heap is so
                                     large that no garbage collection comes to help.
                          trigger    our own: the JDBC URL names a local address that no host has
                                     (192.0.2.1). Nothing is sent anywhere.
                          service    process %d on Java %s, at most %,d descriptors
                          fdscope    %s: in haste, for the show
                          recording  in memory: one on disk would abort the JVM at the end
                        """, pid, Runtime.version().feature(), limit, ServiceCommand.AGENT_OPTIONS)
                        .stripTrailing());
        screen.line("");
        screen.line("It falls over in about 40 seconds. Ctrl-C ends it and leaves nothing behind.");
        screen.line("");
    }
}
