package io.fdscope.examples.incident;

/** What every act of the demo works with. */
record Stage(Screen screen, ServiceProcess service, BlackBoxWatch blackBox, ManagementClient management) {
    /** Leaves a line empty, and begins something new. */
    void heading(String text) {
        screen.line("");
        screen.line(screen.as(Screen.Look.HEADING, text));
    }
}
