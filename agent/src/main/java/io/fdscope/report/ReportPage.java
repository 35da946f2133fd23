package io.fdscope.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The report as one page that needs nothing else: the JSON inside the page's template, which draws it. */
public final class ReportPage {
    static final String PLACE = "/*REPORT*/null";

    private final Report report;

    /** @param report what to show */
    public ReportPage(Report report) {
        this.report = report;
    }

    /** The whole page. */
    public String html() throws IOException {
        try (InputStream template = ReportPage.class.getResourceAsStream("plain-page.html")) {
            if (template == null) {
                throw new IOException("the page's template is not in this jar");
            }
            String page = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            int place = page.indexOf(PLACE);
            return page.substring(0, place)
                    + harmless(new ReportJson(report).compact())
                    + page.substring(place + PLACE.length());
        }
    }

    /** The same JSON, without what could end the element that it stands in: those signs occur inside its strings only. */
    static String harmless(String json) {
        StringBuilder safe = new StringBuilder(json.length() + json.length() / 16);
        for (int i = 0; i < json.length(); i++) {
            char sign = json.charAt(i);
            boolean unsafe = sign == '<' || sign == '>' || sign == '&' || sign == '\u2028' || sign == '\u2029';
            if (unsafe) {
                safe.append(String.format("\\u%04x", (int) sign));
            } else {
                safe.append(sign);
            }
        }
        return safe.toString();
    }
}
