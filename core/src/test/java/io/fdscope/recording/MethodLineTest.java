package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodLineTest {
    @ParameterizedTest
    @CsvSource({
        "org.example.Pool, open, 12, org.example.Pool.open(Pool.java:12)",
        "org.example.Pool$Entry$1, run, 7, org.example.Pool$Entry$1.run(Pool.java:7)",
        "Main, main, -5, Main.main(Main.java)",
        "org.example.$Proxy12, call, 0, org.example.$Proxy12.call(Unknown Source)",
        ", open, 12, unknown.unknown(Unknown Source)",
        "org.example.Pool, , 12, unknown.unknown(Unknown Source)"
    })
    void theSourceFileIsThatOfTheOutermostClass(String className, String method, int line, String text) {
        assertThat(new MethodLine(className, method, line).element()).hasToString(text);
    }
}
