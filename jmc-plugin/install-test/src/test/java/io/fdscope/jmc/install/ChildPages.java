package io.fdscope.jmc.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The pages that JMC builds by itself. */
record ChildPages(List<ChildPage> all) {
    ChildPages {
        all = List.copyOf(all);
    }

    static ChildPages shipped() {
        Path file = ShippedZips.home(ChildPages.class).resolve("../../../ui/src/main/resources/child-pages.xml");
        try (InputStream in = Files.newInputStream(file)) {
            NodeList pages = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("page");
            return new ChildPages(IntStream.range(0, pages.getLength())
                    .mapToObj(i -> new ChildPage((Element) pages.item(i)))
                    .toList());
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new AssertionError(broken);
        }
    }
}
