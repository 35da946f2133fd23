package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.canvas.LevelBar;
import io.fdscope.jmc.ui.recorded.Finding;
import io.fdscope.jmc.ui.recorded.PageContent;
import io.fdscope.recording.Missing;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The verdict in a sentence; below it when it was worse, and what the recording does not hold. */
final class FindingBar {
    private static final int BAR_WIDTH = 5;
    /** Word joiner: of no width, and no line ends at it. */
    private static final String NO_BREAK = "\u2060";

    private final Composite bar;
    private final LevelBar level;
    private final Label verdict;
    private final Label details;

    FindingBar(Composite parent, FormToolkit toolkit) {
        bar = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        level = new LevelBar(bar);
        toolkit.adapt(level.control());
        GridDataFactory.fillDefaults().span(1, 2).hint(BAR_WIDTH, 0).applyTo(level.control());
        verdict = toolkit.createLabel(bar, "", SWT.WRAP);
        verdict.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        details = toolkit.createLabel(bar, "", SWT.WRAP);
        List.of(verdict, details).forEach(FindingBar::wrap);
        say("Reading the recording\u2026", List.of());
    }

    /** The hint is no width: a label takes the one it gets, and wraps. */
    private static void wrap(Control label) {
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
    }

    void show(PageContent content) {
        Finding finding = content.finding();
        List<String> lines = new ArrayList<>(finding.details());
        content.missing().forEach(missing -> lines.add(words(missing)));
        level.show(finding.level());
        say(finding.summary(), lines);
    }

    void failed(Throwable failure) {
        say("This recording cannot be analysed.", List.of(failure.toString()));
    }

    void cancelled() {
        say(
                "The reading of this recording was cancelled.",
                List.of("To have it read, turn to another page and back to this one."));
    }

    private static String words(Missing missing) {
        return ("Not in this recording: " + missing.what() + ". To have it: " + missing.how() + ".")
                .replace("-javaagent", "-" + NO_BREAK + "javaagent");
    }

    private void say(String sentence, List<String> lines) {
        verdict.setText(sentence.replace("&", "&&"));
        details.setText(String.join("\n", lines).replace("&", "&&"));
        ((GridData) details.getLayoutData()).exclude = lines.isEmpty();
        details.setVisible(!lines.isEmpty());
        bar.getParent().layout(true, true);
    }
}
