package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may get wrong, and all that he is told: one line on stderr, nothing on stdout, exit code 2. */
class WrongUsageTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(List<String> arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nope                          | there is no command 'nope'
            chek 1 --warn 80%             | there is no command 'chek'; did you mean 'check'?
            --nope                        | Unknown option: '--nope'
            status                        | Missing required parameter: 'PID|URL'
            why                           | Missing required parameter: 'PID|URL'
            fds                           | Missing required parameter: 'PID|URL'
            top                           | Missing required parameter: 'PID|URL'
            attach                        | Missing required parameter: 'PID'
            status --nope 1               | Unknown option: '--nope'
            status 1 2                    | Unmatched argument at index 2: '2'
            status -1                     | '-1' is neither a process id nor a JMX address (host:port or service:jmx:...)
            status abc                    | 'abc' is neither a process id nor a JMX address (host:port or service:jmx:...)
            status 99999999999            | '99999999999' is neither a process id nor a JMX address (host:port or service:jmx:...)
            status host:0                 | 'host:0' is neither a process id nor a JMX address (host:port or service:jmx:...)
            why host:65536                | 'host:65536' is neither a process id nor a JMX address (host:port or service:jmx:...)
            top http://host:80            | 'http://host:80' is neither a process id nor a JMX address (host:port or service:jmx:...)
            attach host:80                | 'host:80' is no process id
            attach 1 scna=5s,x            | unknown option 'scna' ignored; there are
            status 1 --timeout            | Missing required parameter for option '--timeout' (SECONDS)
            status 1 --timeout 0          | --timeout is a number of seconds from 1 to 86400
            why 1 --timeout 1.5           | --timeout is a number of seconds from 1 to 86400
            fds 1 --timeout 99999999999   | --timeout is a number of seconds from 1 to 86400
            attach 1 --timeout 86401      | --timeout is a number of seconds from 1 to 86400
            top 1 --timeout -5            | --timeout is a number of seconds from 1 to 86400
            top 1 --interval 0            | --interval is a number of seconds from 1 to 3600
            top 1 --interval 1e3          | --interval is a number of seconds from 1 to 3600
            fds 1 --limit 10001           | --limit is a number from 1 to 10000
            fds 1 --limit x               | --limit is a number from 1 to 10000
            fds 1 --filter tpc6           | filter is no kind, protocol or state of descriptors: 'tpc6'
            why 1 --password-file x       | --password-file takes --user
            """)
    void isOneLineAndTellsWhereHelpIs(String arguments, String told) {
        assertThat(run(List.of(arguments.split(" ", -1)))).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("fdscope: " + told)
                .matches("[^\n]* \\(see 'fdscope( [a-z]+)? --help'\\)\n");
        assertThat(out).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attach", "status", "fds", "why", "top", "demo"})
    void helpIsDataAndNoFailure(String verb) {
        assertThat(run(List.of(verb, "--help"))).isZero();
        assertThat(out.toString()).startsWith("Usage: fdscope " + verb);
        assertThat(err).hasToString("");
    }

    @Test
    void theVersionIsData() {
        assertThat(run(List.of("--version"))).isZero();
        assertThat(out.toString()).startsWith("fdscope ");
    }
}
