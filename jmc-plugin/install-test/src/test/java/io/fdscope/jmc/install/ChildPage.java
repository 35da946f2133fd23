package io.fdscope.jmc.install;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page that is declared in a file. */
record ChildPage(Element page) {
    /** As in JMC, between attributes that are grouped together. */
    private static final String GROUPED = "GROUPED_ATTRIBUTE_DELIMITER_PERSISTENCE";

    String id() {
        return page.getAttribute("id");
    }

    String event() {
        return all("pageFilter").findFirst().orElseThrow().getAttribute("type");
    }

    String icon() {
        return all("state").findFirst().orElseThrow().getAttribute("icon");
    }

    /** Of rules whose results it shows. */
    List<String> topics() {
        return all("topic").map(topic -> topic.getAttribute("value")).toList();
    }

    /** Attribute and kind, of the list and, without what is aggregated, of the tables above it. */
    List<String> columns() {
        return all("column")
                .map(column -> column.getAttribute("id").replaceFirst("^(SUM|AVG|MIN|MAX)", ""))
                .filter(id -> !id.startsWith("itemhistogram."))
                .toList();
    }

    /** Attribute and kind. */
    List<String> lines() {
        return all("chartSettings")
                .flatMap(chart ->
                        Arrays.stream(chart.getAttribute("lineChartAttributes").split(",", -1)))
                .toList();
    }

    /** Attributes. */
    List<String> groups() {
        return Stream.concat(all("histogram"), all("child"))
                .flatMap(table -> Arrays.stream(table.getAttribute("groupBy").split(GROUPED, -1)))
                .toList();
    }

    private Stream<Element> all(String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }
}
