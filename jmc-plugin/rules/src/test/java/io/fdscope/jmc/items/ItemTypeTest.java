package io.fdscope.jmc.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.unit.StructContentType;

class ItemTypeTest {
    /** Where a recording has two types of one name with different fields, JMC names the second so. */
    @Test
    void aTypeThatJmcHasMadeDistinctHasItsNameBack() {
        assertThat(name("io.fdscope.SocketOpened" + UUID.randomUUID())).isEqualTo("io.fdscope.SocketOpened");
        assertThat(name("io.fdscope.SocketOpened")).isEqualTo("io.fdscope.SocketOpened");
    }

    private static String name(String identifier) {
        return new ItemType(new StructContentType<IItem>(identifier, "", "")).name();
    }
}
