package io.fdscope.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report as one HTML file that needs nothing else: template, style, script, uPlot with its licence, and the report as
 * JSON. Its content security policy names the hashes of the style and of the script, and allows nothing else: no network,
 * no inline handler, no eval. The JSON is data to the browser, never markup and never code.
 */
public final class Page {
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String UPLOT = "uPlot-1.6.32";
    private static final List<String> STYLES = List.of(
            UPLOT + ".min.css",
            "theme.css",
            "page.css",
            "verdict.css",
            "time.css",
            "tables.css",
            "narrow.css",
            "flame.css",
            "facts.css",
            "compare.css",
            "print.css");
    /** In this order: what is used while the script starts stands before its user. */
    private static final List<String> SCRIPTS = List.of(
            "text.js",
            "dom.js",
            "report.js",
            "theme.js",
            "range.js",
            "chart.js",
            "chartkeys.js",
            "drawing.js",
            "usage.js",
            "charts.js",
            "verdict.js",
            "suspects.js",
            "tree.js",
            "flame.js",
            "flamepart.js",
            "tables.js",
            "facts.js",
            "compare.js",
            "main.js");

    private final String title;

    /** @param title of the tab and window; any text, it is escaped */
    public Page(String title) {
        this.title = title;
    }

    /** What writes the JSON of the report, as it is, unescaped. It may close the writer, which stays open all the same. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes the whole page, and leaves the writer open.
     *
     * @param out encodes UTF-8, which is what the page says of itself
     * @param json the report; it is streamed, not kept
     * @throws IOException of the writer
     */
    public void writeTo(Writer out, Content json) throws IOException {
        String style = together(STYLES);
        String script = script();
        Map<String, Content> parts = Map.of(
                "title", part -> part.write(escaped(title)),
                "policy", part -> part.write(policy(style, script)),
                "style", part -> part.write(style),
                "script", part -> part.write(script),
                "report", part -> json.writeTo(new ScriptDataWriter(part)));
        join(resource("page.html"), parts, out);
    }

    private static void join(String template, Map<String, Content> parts, Writer out) throws IOException {
        Matcher slot = SLOT.matcher(template);
        int end = 0;
        while (slot.find()) {
            out.append(template, end, slot.start());
            parts.get(slot.group(1)).writeTo(out);
            end = slot.end();
        }
        out.append(template, end, template.length());
    }

    private static String script() throws IOException {
        return "/*!\n" + resource(UPLOT + ".LICENSE.txt") + "*/\n" + resource(UPLOT + ".iife.min.js")
                + "\n(() => {\n\"use strict\";\n" + together(SCRIPTS) + "})();\n";
    }

    /** {@code data:} for the icon, which is in the template. */
    private static String policy(String style, String script) {
        return "default-src 'none'; img-src data:; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String together(List<String> names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(resource(name)).append('\n');
        }
        return all.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
