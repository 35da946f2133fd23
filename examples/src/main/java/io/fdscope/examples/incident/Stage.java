package io.fdscope.examples.incident;

import java.util.List;
import java.util.Optional;

/** What every act of the demo works with. */
record Stage(Screen screen, ServiceProcess service, BlackBoxWatch blackBox, ManagementClient management) {
    /** Leaves a line empty, and begins something new. */
    void heading(String text) {
        screen.line("");
        screen.line(screen.as(Screen.Look.HEADING, text));
    }

    /** Shows fdscope's words, where the suspect is named so that it is found at a glance. */
    void quote(List<String> lines) {
        Optional<String> site = blackBox.suspectSite();
        for (String line : lines) {
            boolean names = site.filter(line::contains).isPresent();
            screen.line(names ? screen.as(Screen.Look.WARNING, line) : line);
        }
    }
}
