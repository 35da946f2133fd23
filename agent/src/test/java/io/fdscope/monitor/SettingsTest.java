package io.fdscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.option.Option;
import io.fdscope.option.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Settings settings = new Settings(Options.parse("scan=5s,warn=70%", complaint -> {}));
    private final List<Options> told = new ArrayList<>();

    @Test
    void whatIsGivenIsToldAndTheRestStays() {
        settings.listen(told::add);

        assertThat(settings.change("relief=gc,trace=off")).isEmpty();
        assertThat(told).singleElement().extracting(Options::given).isEqualTo(Set.of(Option.RELIEF, Option.TRACE));
        assertThat(settings.current()).hasToString("scan=5s,trace=off,warn=70%,relief=gc");
    }

    @Test
    void whatCannotBeChangedUnderWayIsNamed() {
        assertThat(settings.change("reserve=5,scan=7s,jmx=off,dump=/var/tmp,bogus=1"))
                .startsWith("; unknown option 'bogus' ignored; there are ")
                .endsWith("; what it started with stays for dump, jmx, reserve");
    }

    @Test
    void whoCannotFollowSaysSoAndKeepsNobodyElse() {
        settings.listen(given -> {
            throw new UnsupportedOperationException("cannot be traced here");
        });
        settings.listen(told::add);

        assertThat(settings.change("trace=on")).isEqualTo("; cannot be traced here");
        assertThat(told).hasSize(1);
    }
}
