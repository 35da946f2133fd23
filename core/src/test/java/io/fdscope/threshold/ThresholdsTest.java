package io.fdscope.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Trend;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
    @ParameterizedTest
    @CsvSource({
        "80%,80%",
        "99.5%,99.5%",
        "100%,100%",
        "5000,5000",
        "+200/min,+200/min",
        "+0.5/MIN,+0.5/min",
        "' 80% | 5000 |+200/min ',80%|5000|+200/min"
    })
    void whatAUserWritesIsReadAndWrittenBack(String text, String expected) {
        assertThat(Thresholds.parse(text)).hasToString(expected);
        assertThat(Thresholds.parse(expected)).isEqualTo(Thresholds.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "%",
                "0%",
                "101%",
                "-5%",
                "NaN%",
                "Infinity%",
                "80d%",
                "8e1%",
                "0",
                "-1",
                "1.5",
                "+0/min",
                "+/min",
                "200/min",
                "+200",
                "+NaN/min",
                "5_000",
                "99999999999999999999",
                "0x10"
            })
    void whatIsNoThresholdIsRejectedWithWhatWouldBeRight(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thresholds.parse("90%|" + text))
                .withMessage("'" + text + "' is no threshold: use a share of the limit (80%), a number of descriptors"
                        + " (5000), a growth (+200/min), or several joined by |");
    }

    @Test
    void thoseThatAReadingCrossesAreToldInTheirOrder() {
        Thresholds thresholds = Thresholds.parse("+200/min|90%|800|80%|+100/min");

        assertThat(thresholds.crossed(reading(800), new Trend(150, -1))).hasToString("[800, 80%, +100/min]");
        assertThat(thresholds.crossed(reading(799), Trend.UNKNOWN)).isEmpty();
        assertThat(thresholds.crossed(reading(Reading.UNKNOWN), Trend.UNKNOWN)).isEmpty();
    }

    private static Reading reading(long open) {
        return new Reading(0, 0, open, new Limits(1000, 1000), SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
    }

    @Test
    void noThresholdAtAllIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds(List.of()))
                .withMessage("no threshold");
    }
}
