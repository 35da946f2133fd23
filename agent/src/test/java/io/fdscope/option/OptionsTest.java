package io.fdscope.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fdscope.sample.SamplerPeriods;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private final List<String> complaints = new ArrayList<>();

    private Options parse(String text) {
        return Options.parse(text, complaints::add);
    }

    @Test
    void keysAndDefaultsAreThoseThatUsersRelyOn() {
        assertThat(Arrays.stream(Option.values())
                        .map(option -> option.key() + "=" + option.defaultValue())
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        enabled=true
                        count=1s
                        scan=10s
                        budget=1%
                        trace=on
                        suspectAge=30s
                        suspectCount=10
                        warn=80%
                        critical=95%
                        reserve=16
                        jfrguard=on
                        record=off
                        dump=none
                        dumpEvery=10m
                        relief=off
                        blackbox=on
                        jmx=on
                        micrometer=off""");
    }

    @Test
    void everyDefaultIsValid() {
        for (Option option : Option.values()) {
            assertThat(option.parse(option.defaultValue())).isNotNull();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothingMeansDefaults(String text) {
        Options options = parse(text);

        assertThat(options.periods()).isEqualTo(SamplerPeriods.DEFAULT);
        assertThat(options.reserve()).isEqualTo(16);
        assertThat(options.blackBox()).isTrue();
        assertThat(options.jmx()).isTrue();
        assertThat(options.enabled()).isTrue();
        assertThat(options.jfrGuard()).isTrue();
        assertThat(options.record()).isEmpty();
        assertThat(options.dump()).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyOptionInForceIsTaken() {
        Options options = parse("count=250ms, scan=5m,budget=0.5%,warn=70%|+200/min,critical=5000,reserve=0,"
                + "blackbox=off,jmx=OFF,enabled=false,trace=off,suspectAge=2m,suspectCount=50,relief=gc,"
                + "jfrguard=off,record=profile,dump=/var/tmp,dumpEvery=1h,micrometer=jmx");

        assertThat(options.periods())
                .isEqualTo(new SamplerPeriods(Duration.ofMillis(250), Duration.ofMinutes(5), 0.005));
        assertThat(options.warn()).hasToString("70%|+200/min");
        assertThat(options.critical()).hasToString("5000");
        assertThat(options.reserve()).isZero();
        assertThat(options.blackBox()).isFalse();
        assertThat(options.jmx()).isFalse();
        assertThat(options.enabled()).isFalse();
        assertThat(options.trace()).isFalse();
        assertThat(options.suspectAge()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options.suspectCount()).isEqualTo(50);
        assertThat(options.reliefByCollection()).isTrue();
        assertThat(options.jfrGuard()).isFalse();
        assertThat(options.record()).contains("profile");
        assertThat(options.dump()).contains(Path.of("/var/tmp"));
        assertThat(options.dumpEvery()).isEqualTo(Duration.ofHours(1));
        assertThat(options.metersOverJmx()).isTrue();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidInOneLineEachAndLeftAtItsDefault() {
        Options options = parse("scan=abc,count=0s,budget=200%,warn=80,critical=-1,reserve=many,blackbox=yes,"
                + "suspectCount=0,bogus=1,scan,budget=1%%,jfrguard=no,dumpEvery=1,micrometer=jmx,warn=60%|");

        assertThat(options.periods()).isEqualTo(SamplerPeriods.DEFAULT);
        assertThat(options.reserve()).isEqualTo(16);
        assertThat(String.join("\n", complaints)).isEqualTo("""
                        option 'scan': 'abc' is no period: use 500ms, 10s, 5m or 1h, from 10 ms to 365 days; going on with 10s
                        option 'count': '0s' is no period: use 500ms, 10s, 5m or 1h, from 10 ms to 365 days; going on with 1s
                        option 'budget': '200%' is no share: use 1%, 0.5%, up to 100%; going on with 1%
                        option 'critical': '-1' is no threshold: use a share of the limit (80%), a number of descriptors (5000), a growth (+200/min), or several joined by |; going on with 95%
                        option 'reserve': 'many' is no number from 0 to 9999; going on with 16
                        option 'blackbox': 'yes' is not on or off; going on with on
                        option 'suspectCount': '0' is no number from 1 to 9999; going on with 10
                        unknown option 'bogus' ignored; there are enabled, count, scan, budget, trace, suspectAge, suspectCount, warn, critical, reserve, jfrguard, record, dump, dumpEvery, relief, blackbox, jmx, micrometer
                        option 'scan' ignored: write it as key=value, with a key of enabled, count, scan, budget, trace, suspectAge, suspectCount, warn, critical, reserve, jfrguard, record, dump, dumpEvery, relief, blackbox, jmx, micrometer
                        option 'budget': '1%%' is no share: use 1%, 0.5%, up to 100%; going on with 1%
                        option 'jfrguard': 'no' is not on or off; going on with on
                        option 'dumpEvery': '1' is no period: use 500ms, 10s, 5m or 1h, from 10 ms to 365 days; going on with 10m
                        option 'warn': '' is no threshold: use a share of the limit (80%), a number of descriptors (5000), a growth (+200/min), or several joined by |; going on with 80""");
    }

    @Test
    void aPeriodBeyondAYearIsRefusedLikeAnyOther() {
        assertThat(parse("count=9000h,scan=8760h").periods())
                .isEqualTo(new SamplerPeriods(Duration.ofSeconds(1), Duration.ofDays(365), 0.01));
        assertThat(complaints)
                .containsExactly(
                        "option 'count': '9000h' is no period: use 500ms, 10s, 5m or 1h, from 10 ms to 365 days;"
                                + " going on with 1s");
    }

    @Test
    void onlyPeriodsThatWereSetChangeOthers() {
        SamplerPeriods others = new SamplerPeriods(Duration.ofSeconds(3), Duration.ofSeconds(30), 0.5);

        assertThat(parse("scan=7s,warn=70%").changePeriods(others))
                .isEqualTo(new SamplerPeriods(Duration.ofSeconds(3), Duration.ofSeconds(7), 0.5));
    }

    @Test
    void codeThatSetsAWrongValueIsToldAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.DEFAULT.with(Option.SCAN, "soon"))
                .withMessage("'soon' is no period: use 500ms, 10s, 5m or 1h, from 10 ms to 365 days");
    }

    @Test
    void printsWhatWasSetAsAnAgentsArgument() {
        assertThat(parse("scan=5s,warn=70%")).hasToString("scan=5s,warn=70%");
    }
}
