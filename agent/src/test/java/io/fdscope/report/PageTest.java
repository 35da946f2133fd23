package io.fdscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.browser.JsonTree;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {
    private static String page(String title, Map<String, Object> report) throws IOException {
        StringWriter out = new StringWriter();
        new Page(title).writeTo(out, json -> JsonTree.write(report, json));
        return out.toString();
    }

    private static String between(String page, String start, String end) {
        Matcher found = Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(start).isTrue();
        return found.group(1);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void theReportIsInThePageAsItWas() throws Exception {
        Map<String, Object> report = ReportFixture.hostile();
        String json = between(page("t", report), "<script type=\"application/json\" id=\"report\">", "</script>");

        assertThat(JsonTree.text(JsonTree.parse(json))).isEqualTo(JsonTree.text(report));
    }

    @Test
    void nothingOfTheReportCanEndItsElementOrBeginAnother() throws Exception {
        String json = between(
                page("t", ReportFixture.hostile()), "<script type=\"application/json\" id=\"report\">", "</script>");

        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }

    @Test
    void halfACharacterIsWrittenAsAnEscape() throws Exception {
        String page = page("t", ReportFixture.map("lone", "\ud83d", "pair", "\ud83d\ude00"));

        assertThat(page).contains("{\"lone\":\"\\ud83d\",\"pair\":\"\\ud83d\\ude00\"}");
    }

    @Test
    void theTitleIsText() throws Exception {
        assertThat(page("</title><script>&amp;", ReportFixture.empty()))
                .contains("<title>&lt;/title&gt;&lt;script&gt;&amp;amp;</title>");
    }

    @Test
    void thePolicyNamesTheHashesOfStyleAndScriptAndAllowsNothingElse() throws Exception {
        String page = page("t", ReportFixture.incident());
        String style = between(page, "<style>", "</style>");
        String script = between(page, "<script>", "</script>");

        assertThat(between(page, "\"Content-Security-Policy\" content=\"", "\""))
                .isEqualTo("default-src 'none'; img-src data:; style-src '" + hash(style) + "'; script-src '"
                        + hash(script) + "'; base-uri 'none'; form-action 'none'");
    }

    private static String hash(String text) throws Exception {
        return "sha256-" + Base64.getEncoder().encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothingInThePageNamesAnAddressToLoadFrom() throws Exception {
        String page = page("t", ReportFixture.incident());
        String markup = page.replaceAll("(?s)<(style|script)[^>]*>.*?</\\1>", "");

        assertThat(Pattern.compile("(?:src|href|action)=\"([^\"]*)\"")
                        .matcher(markup)
                        .results())
                .extracting(found -> found.group(1))
                .allMatch(target -> target.startsWith("#") || target.startsWith("data:"));
        assertThat(between(page, "<style>", "</style>")).doesNotContain("url(", "@import");
    }

    @Test
    void theChartsLibraryIsTheReleasedOneAndItsLicenceIsInThePage() throws Exception {
        byte[] library =
                Page.class.getResourceAsStream("uPlot-1.6.32.iife.min.js").readAllBytes();

        // Of uplot-1.6.32.tgz in the npm registry, dist/uPlot.iife.min.js.
        assertThat(HexFormat.of().formatHex(sha256(library)))
                .isEqualTo("19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f");
        assertThat(page("t", ReportFixture.empty()))
                .contains("Copyright (c) 2022 Leon Sorokin", "The above copyright notice and this permission notice");
    }

    @Test
    void ourScriptsNeitherWriteMarkupNorRunText() throws Exception {
        String page = page("t", ReportFixture.empty());
        String ours = between(page, "<script>", "</script>");
        ours = ours.substring(ours.indexOf("\"use strict\";\n// Numbers"));

        assertThat(ours)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(");
    }

    @Test
    void thePageOfAnIncidentIsSmall() throws Exception {
        assertThat(page("t", ReportFixture.incident()).length()).isLessThan(300_000);
    }
}
