package io.fdscope.report;

import io.fdscope.report.ReportFixture.Leak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A recording whose every text was chosen by somebody who wants the page to run it, or to fall apart. */
final class HostileFixture {
    static final String SCRIPT = "</script><script>window.pwned=1</script><img src=x onerror='window.pwned=1'>";
    static final String ANSI = "\u001b[31mred\u001b[0m\u0000\u0007\b\t\r\n";
    static final String TURNED = "\u202egpj.exe\u2066\u200f";
    static final String BREAKS = "\u2028\u2029<!--<script>";
    static final String LONG = "x".repeat(20_000);

    private HostileFixture() {}

    static Map<String, Object> recording() {
        Map<String, Object> recording = IncidentFixture.recording(SCRIPT + TURNED, new Leak(200, 30, 30.4));
        return poisoned(recording);
    }

    /** The same, with poison in every text that is not a name of the schema. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> poisoned(Map<String, Object> map) {
        map.replaceAll((name, value) -> name.equals("level") ? value : poison(value));
        if (map.containsKey("counts")) {
            ((Map<String, Object>) map.get("counts"))
                    .put(SCRIPT, ((Map<String, Object>) map.get("counts")).get("LISTEN"));
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Object poison(Object value) {
        if (value instanceof String text) {
            return SCRIPT + ANSI + text + TURNED + BREAKS + "&lt;b&gt;${1+1}`javascript:pwned()`"
                    + (text.length() % 7 == 0 ? LONG : "");
        }
        if (value instanceof Map<?, ?> map) {
            return poisoned((Map<String, Object>) map);
        }
        if (value instanceof List<?> list) {
            List<Object> poisoned = new ArrayList<>();
            list.forEach(each -> poisoned.add(poison(each)));
            return poisoned;
        }
        return value;
    }
}
