package io.fdscope.cli;

/** How it stands, with the words and exit codes of Nagios's plugins, which its relatives share. */
enum CheckState {
    OK(0),
    WARNING(1),
    CRITICAL(2),
    UNKNOWN(3);

    private final int exitCode;

    CheckState(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
