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
        json.array("items", sites.subList(0, Math.min(MOST, sites.size())), this::site);
        json.count("leftOut", Math.max(0, sites.size() - MOST) + creations.leftOut());
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
