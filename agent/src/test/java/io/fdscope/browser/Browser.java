package io.fdscope.browser;

import io.fdscope.report.Page;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A headless Chromium of its own. Whatever is waited for is waited for as a condition within the page. */
public final class Browser implements AutoCloseable {
    /** Where pages and pictures are left, to be looked at. */
    public static final Path FOLDER = Path.of("target", "report");

    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // the protocol's name for it

    private final WebDriver driver;
    private final String session;

    public Browser(Chromium chromium, Path profile) throws IOException {
        Files.createDirectories(FOLDER);
        driver = new WebDriver(chromium.driver(), profile.resolve("driver.log"));
        List<String> arguments = List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile.resolve("profile"));
        Map<String, Object> options = Map.of("binary", chromium.browser().toString(), "args", arguments);
        Map<String, Object> wanted = Map.of(
                "goog:chromeOptions", options,
                "goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"),
                "timeouts", Map.of("script", 20_000));
        Object answer = driver.post("/session", Map.of("capabilities", Map.of("alwaysMatch", wanted)));
        session = "/session/" + ((Map<?, ?>) answer).get("sessionId");
        command("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Vienna"));
    }

    /** Writes the report's page and opens it; earlier logs are dropped. */
    public Path open(String name, Map<String, Object> report) throws IOException {
        Path file = FOLDER.resolve(name + ".html");
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            new Page(name + ".jfr").writeTo(out, json -> JsonTree.write(report, json));
        }
        open(file);
        return file;
    }

    public void open(Path file) {
        log("browser");
        log("performance");
        driver.post(
                session + "/url", Map.of("url", file.toAbsolutePath().toUri().toString()));
        await("document.readyState === 'complete'");
    }

    /** What a script returns: {@code return ...}. */
    public Object script(String script, Object... arguments) {
        return driver.post(session + "/execute/sync", Map.of("script", script, "args", List.of(arguments)));
    }

    public String text(String selector) {
        return (String) script("return document.querySelector(arguments[0]).textContent", selector);
    }

    /** Of all elements, as they are to be read. */
    public List<String> texts(String selector) {
        List<?> texts = (List<?>)
                script("return [...document.querySelectorAll(arguments[0])].map(each => each.innerText)", selector);
        return texts.stream().map(String.class::cast).toList();
    }

    public long count(String selector) {
        return (Long) script("return document.querySelectorAll(arguments[0]).length", selector);
    }

    /** Returns when it holds; fails when it does not within 20 s. */
    public void await(String condition) {
        script("return new Promise(done => { const look = () => (" + condition
                + ") ? done(true) : requestAnimationFrame(look); look(); })");
    }

    /** Brought into view before, at once: what still scrolls cannot be hit. */
    public void click(String selector) {
        script("document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})", selector);
        driver.post(session + "/element/" + element(selector) + "/click", Map.of());
    }

    public void type(String selector, String text) {
        driver.post(session + "/element/" + element(selector) + "/value", Map.of("text", text));
    }

    private String element(String selector) {
        Object found = driver.post(session + "/element", Map.of("using", "css selector", "value", selector));
        return (String) ((Map<?, ?>) found).get(ELEMENT);
    }

    /** Presses keys one after the other wherever the focus is; the last ones go up at the end, so the first may be Shift. */
    public void press(String... keys) {
        List<Object> down = Stream.of(keys)
                .<Object>map(key -> Map.of("type", "keyDown", "value", key))
                .toList();
        driver.post(
                session + "/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", down))));
        driver.delete(session + "/actions");
    }

    /** Drags within an element, from one share of its width to another. */
    public void drag(String selector, double from, double to) {
        List<?> box = (List<?>) script(
                "const e = document.querySelector(arguments[0]); e.scrollIntoView({block: 'center', behavior: 'instant'});"
                        + "const b = e.getBoundingClientRect(); return [b.left, b.top + b.height / 2, b.width]",
                selector);
        double left = ((Number) box.get(0)).doubleValue();
        long y = ((Number) box.get(1)).longValue();
        double width = ((Number) box.get(2)).doubleValue();
        List<Object> moves = List.of(
                Map.of("type", "pointerMove", "x", (long) (left + width * from), "y", y),
                Map.of("type", "pointerDown", "button", 0),
                Map.of("type", "pointerMove", "x", (long) (left + width * (from + to) / 2), "y", y),
                Map.of("type", "pointerMove", "x", (long) (left + width * to), "y", y),
                Map.of("type", "pointerUp", "button", 0));
        driver.post(
                session + "/actions",
                Map.of("actions", List.of(Map.of("type", "pointer", "id", "mouse", "actions", moves))));
    }

    public Map<?, ?> command(String name, Map<String, ?> parameters) {
        return (Map<?, ?>) driver.post(session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    public void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        await("innerWidth === " + width);
    }

    /** What the system wants: {@code light} or {@code dark}. */
    public void prefer(String scheme) {
        Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        Map<String, Object> still = Map.of("name", "prefers-reduced-motion", "value", "reduce");
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(feature, still)));
    }

    public Path picture(String name) throws IOException {
        // Two frames: one in which the sizes are observed, one in which what follows from them is drawn.
        script("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
        return save(name + ".png", command("Page.captureScreenshot", Map.of("format", "png")));
    }

    public Path paper(String name) throws IOException {
        return save(
                name + ".pdf",
                command("Page.printToPDF", Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.69)));
    }

    private static Path save(String name, Map<?, ?> answer) throws IOException {
        return Files.write(FOLDER.resolve(name), Base64.getDecoder().decode((String) answer.get("data")));
    }

    /** What came since the last call: browser is the console, performance what the network did. */
    public List<String> log(String type) {
        List<?> entries = (List<?>) driver.post(session + "/se/log", Map.of("type", type));
        return entries.stream()
                .map(each -> (String) ((Map<?, ?>) each).get("message"))
                .toList();
    }

    /** Where the page went to since the last call, itself included; what is in the page itself (its icon) is not there. */
    public List<String> requested() {
        return log("performance").stream()
                .map(entry -> (Map<?, ?>) ((Map<?, ?>) JsonTree.parse(entry)).get("message"))
                .filter(message -> "Network.requestWillBeSent".equals(message.get("method")))
                .map(message -> (Map<?, ?>) ((Map<?, ?>) message.get("params")).get("request"))
                .map(request -> (String) request.get("url"))
                .filter(url -> !url.startsWith("data:"))
                .toList();
    }

    @Override
    public void close() {
        driver.delete(session);
        driver.close();
    }
}
