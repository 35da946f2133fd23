package io.fdscope.report;

import io.fdscope.recording.SiteCreations;
import io.fdscope.recording.SocketCreations;
import java.io.IOException;
import java.util.List;

/** Who created sockets, as JSON. */
final class CreationsJson {
    static final int MOST = 200;

    private final SocketCreations creations;
    private final StackIndex stacks;
    private final Json json;

    CreationsJson(SocketCreations creations, StackIndex stacks, Json json) {
        this.creations = creations;
        this.stacks = stacks;
        this.json = json;
    }

    void write() throws IOException {
        List<SiteCreations> sites = creations.sites();
        List<SiteCreations> most = sites.subList(0, Math.min(MOST, sites.size()));
        json.array("items", most, this::site);
        json.count(
                "leftOut",
                creations.leftOut()
                        + sites.subList(most.size(), sites.size()).stream()
                                .mapToLong(site -> Math.max(site.open(), site.createdCount()))
                                .sum());
        json.text("known", Confidence.ofCreations(creations));
    }

    private void site(SiteCreations site) throws IOException {
        json.count("stack", stacks.of(site.site().frames()));
        json.text("site", site.site().name());
        json.text("openedBy", site.site().openedBy().label());
        json.count("createdCount", site.createdCount());
        json.pairs("created", site.created().byIndex());
        if (site.isJudged()) {
            json.count("openCount", site.open());
            json.pairs("stillOpen", site.stillOpen().byIndex());
            json.count("openBefore", site.openBefore());
        } else {
            json.out().writeNullField("openCount");
            json.out().writeNullField("stillOpen");
            json.out().writeNullField("openBefore");
        }
    }
}
