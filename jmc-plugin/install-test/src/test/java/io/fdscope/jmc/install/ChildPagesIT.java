package io.fdscope.jmc.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** The child pages against a real recording, as JMC's own parser reads it. */
class ChildPagesIT {
    private static final ChildPages PAGES = ChildPages.shipped();

    private static Map<String, IType<?>> recorded;

    @BeforeAll
    static void record(@TempDir Path folder) throws IOException, CouldNotLoadRecordingException {
        IItemCollection items =
                JfrLoaderToolkit.loadEvents(RecordedRun.in(folder).toFile());
        recorded = items.stream()
                .map(IItemIterable::getType)
                .collect(Collectors.toMap(IType::getIdentifier, type -> type, (one, same) -> one));
    }

    @Test
    void everyPageShowsOneKindOfEventThatTheAgentRecords() {
        assertThat(PAGES.all())
                .hasSize(7)
                .allSatisfy(page -> assertThat(recorded).containsKey(page.event()));
        assertThat(PAGES.all().stream().map(ChildPage::event))
                .contains(EventNames.SOCKET_OPENED, EventNames.SOCKET_CONNECTED, EventNames.SOCKET_STATES)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyColumnAndLineIsAnAttributeThatJmcReadsFromTheRecording() {
        assertThat(PAGES.all())
                .allSatisfy(page -> assertThat(attributes(page.event()))
                        .as(page.id())
                        .containsAll(page.columns())
                        .containsAll(page.lines()));
    }

    @Test
    void whatRowsAreGroupedByIsAnAttributeToo() {
        assertThat(PAGES.all())
                .allSatisfy(page -> assertThat(
                                attributes(page.event()).stream().map(id -> id.substring(0, id.indexOf(':'))))
                        .as(page.id())
                        .containsAll(page.groups()));
    }

    @Test
    void everyLineOfAChartIsOfAKindThatJmcDraws() {
        assertThat(PAGES.all().stream().flatMap(page -> page.lines().stream()))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.matches("\\w+:(number|memory|percentage|timespan)"));
    }

    @Test
    void everyPageHasAnIconThatJmcCanShow() throws IOException {
        for (ChildPage page : PAGES.all()) {
            assertThat(Icon.of(page.icon())).as(page.id()).isEqualTo(new Icon(16, 16));
        }
    }

    @SuppressWarnings("deprecation") // there is no other list of a type's attributes
    private static Set<String> attributes(String event) {
        return recorded.get(event).getAttributes().stream()
                .map(each -> each.getIdentifier() + ":" + each.getContentType().getIdentifier())
                .collect(Collectors.toSet());
    }
}
