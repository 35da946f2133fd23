package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessFactsTest {
    @Test
    void whatNamesASecretIsKeptWithoutIt() {
        assertThat(ProcessFacts.withoutSecrets("app.jar jdbc:mysql://me:geheim@db-1/x"))
                .isEqualTo("app.jar jdbc:mysql://me:***@db-1/x");
        assertThat(ProcessFacts.withoutSecrets("-Ddb.password=geheim -Xmx1g --api-key abc -Dtoken=\"a b\" -Duser=x"))
                .isEqualTo("-Ddb.password=*** -Xmx1g --api-key *** -Dtoken=*** -Duser=x");
    }
}
