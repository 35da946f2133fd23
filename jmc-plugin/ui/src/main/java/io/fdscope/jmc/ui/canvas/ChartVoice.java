package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.ui.chart.ChartScales;
import io.fdscope.jmc.ui.recorded.Usage;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** What a screen reader says of the chart. */
final class ChartVoice extends AccessibleAdapter {
    private final UsageChart chart;

    ChartVoice(UsageChart chart) {
        this.chart = chart;
    }

    void speakFor(Accessible accessible) {
        accessible.addAccessibleListener(this);
        accessible.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_GRAPHIC;
            }
        });
    }

    @Override
    public void getName(AccessibleEvent event) {
        event.result = "Open descriptors over time";
    }

    @Override
    public void getDescription(AccessibleEvent event) {
        Usage usage = chart.state().usage();
        event.result = chart.state().point().isPresent()
                ? String.join(
                        ", ", chart.words().at(usage, chart.state().point().getAsInt()))
                : chart.words().summary(usage, ChartScales.forecast(usage));
    }

    @Override
    public void getHelp(AccessibleEvent event) {
        event.result = "Left and right go from point to point, with shift they choose a range, escape chooses all.";
    }
}
