package io.fdscope.cli;

import picocli.CommandLine.Parameters;

/** {@code PID|URL}, as the verbs have it that read what a process has left in its black box. */
final class TargetParameter {
    @Parameters(
            paramLabel = "PID|URL",
            converter = Target.Converter.class,
            description = "A process id (read from its black box, also when it hangs or is dead), or a JMX address:"
                    + " host:port or service:jmx:...")
    private Target target;

    Target target() {
        return target;
    }
}
