// Who leaks: a table, each row of which opens its stacks.

const COLUMNS = [
  ["Site", ""],
  ["Cause", ""],
  ["Open", "number"],
  ["Unidentified", "number"],
  ["Dropped", "number"],
  ["Created", "number"],
  ["Oldest", "number"],
  ["Growth/min", "number"],
  ["Remote ends", ""],
];

function suspectsView(recording) {
  const { suspects } = recording;
  if (!recording.verdict)
    return note(
      "No verdict, so no suspects.",
      "They need the events of fdscope: run the JVM with -javaagent:fdscope.jar, or attach it.",
    );
  if (suspects.length === 0)
    return note(
      "No site is a suspect.",
      "Sites whose sockets stay open without use would stand here, with their stacks.",
    );
  return el(
    "div",
    { class: "card flush" },
    el(
      "table",
      { class: "suspects", role: "table" },
      el("caption", { class: "hidden" }, "Suspects; the button of a row opens its stacks"),
      el(
        "thead",
        { role: "rowgroup" },
        el(
          "tr",
          { role: "row" },
          COLUMNS.map(([name, style]) => el("th", { scope: "col", role: "columnheader", class: style }, name)),
        ),
      ),
      el(
        "tbody",
        { role: "rowgroup" },
        suspects.flatMap((suspect, i) => suspectRows(recording, suspect, i)),
      ),
    ),
  );
}

function suspectRows(recording, suspect, number) {
  const id = newId("suspect");
  const opener = el(
    "button",
    { type: "button", class: "opener", "aria-expanded": "false", "aria-controls": id },
    el("span", { class: "arrow", "aria-hidden": "true" }, "\u25b8"),
    siteName(suspect),
  );
  const detail = el(
    "tr",
    { id, class: "detail", role: "row", hidden: true },
    el("td", { colspan: COLUMNS.length, role: "cell" }),
  );
  const about = suspect.estimated ? "about " : "";
  const cell = (value, i) =>
    el("td", { role: "cell", class: COLUMNS[i + 1][1], "data-label": COLUMNS[i + 1][0] }, value);
  const row = el(
    "tr",
    { class: "suspect", role: "row" },
    el("td", { role: "cell", class: "site-cell" }, opener),
    [
      [
        suspect.state === "cleared" || suspect.isGone
          ? el("span", { class: "badge good" }, suspect.isGone ? "\u2713 gone by the end" : "\u2713 cleared")
          : null,
        " ",
        clean(suspect.causeText || suspect.cause),
      ],
      about + count(suspect.open),
      about + count(suspect.unidentified),
      about + count(suspect.dropped),
      about + count(suspect.created),
      span(suspect.oldestAgeMillis),
      signed(suspect.growthPerMinute),
      endpointsShort(suspect),
    ].map(cell),
  );
  const open = shown => {
    if (shown && !detail.firstChild.hasChildNodes()) detail.firstChild.append(suspectDetail(recording, suspect));
    detail.hidden = !shown;
    opener.setAttribute("aria-expanded", String(shown));
  };
  opener.addEventListener("click", () => open(detail.hidden));
  opener.addEventListener("keydown", event => event.key === "Escape" && open(false));
  detail.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    open(false);
    opener.focus();
  });
  forPrint(() => detail.hidden, open);
  if (number === 0 && suspect.state !== "cleared") open(true);
  return [row, detail];
}

/** Opens for paper what is closed, and closes it again. */
function forPrint(isClosed, open) {
  let opened = false;
  window.addEventListener("fdscope-print", () => {
    opened = isClosed();
    if (opened) open(true);
  });
  window.addEventListener("fdscope-print-over", () => {
    if (opened) open(false);
    opened = false;
  });
}

function siteName(suspect) {
  if (suspect.traced === false || !suspect.site)
    return el("span", { class: "site-name" }, "created before tracing began, or by native code");
  const { pack, type, method, place } = frameParts(clean(suspect.site));
  return el(
    "span",
    { class: "site-name" },
    code(method ? type + "." + method : type),
    el("small", {}, breakable([pack, place.replace(/^\(|\)$/g, "")].filter(Boolean).join(" \u00b7 "))),
  );
}

function endpointsShort(suspect) {
  const ends = list(suspect.endpoints).map(object);
  if (ends.length === 0) return el("span", { class: "hint" }, "none known");
  const more = ends.length > 2 ? el("small", {}, "and " + (ends.length - 2) + " more") : null;
  return [ends.slice(0, 2).map(end => el("span", { class: "line" }, code(end.name), " " + count(end.count))), more];
}

function suspectDetail(recording, suspect) {
  const head = clean(suspect.site);
  const stack = recording.stack(suspect.stack);
  const closing = recording.stack(suspect.closingStack);
  const ends = list(suspect.endpoints).map(object);
  return el(
    "div",
    { class: "detail-grid" },
    el(
      "div",
      { class: "stacks" },
      stackView("Stack of the creation", stack, head),
      closing.length > 0 ? stackView("Stack of the close", closing, "") : null,
      stack.includes(head) && recording.creations.length > 0
        ? el(
            "div",
            {},
            button("Find it in the graph of all creations", () => recording.seek(head)),
          )
        : null,
    ),
    el(
      "div",
      { class: "side" },
      suspect.remedy
        ? el(
            "div",
            { class: "remedy" },
            el(SUB, { class: "sub" }, "Remedy"),
            el("p", {}, sentence(suspect.remedy, head)),
          )
        : null,
      sparkline(suspect),
      el(
        "dl",
        { class: "facts" },
        fact("Thread", clean(suspect.thread)),
        fact("Opened by", clean(suspect.openedBy)),
        fact(
          "In states",
          Object.entries(object(suspect.byState))
            .map(([name, n]) => count(n) + " " + (STATE_NAMES[name] || clean(name)))
            .join(", "),
        ),
        fact("Held after close", count(suspect.heldAfterClose)),
        fact("Closed by the garbage collector", count(suspect.dropped)),
        ends.length > 2
          ? fact("Remote ends", ends.map(end => clean(end.name) + " (" + count(end.count) + ")").join(", "))
          : null,
        suspect.estimated ? fact("Sampled", "numbers with \u201cabout\u201d are scaled up") : null,
      ),
    ),
  );
}

function fact(name, value) {
  return value === null || value === undefined || value === "" ? null : [el("dt", {}, name), el("dd", {}, value)];
}

/** Frames innermost first, as Java prints them; the JDK's muted, the site's head marked. */
function stackView(title, frames, head) {
  if (frames.length === 0)
    return note(title + ": not known.", "Stacks need tracing (option trace=on) from before the socket was created.");
  return el(
    "div",
    {},
    el(
      SUB,
      { class: "sub" },
      title,
      el("span", { class: "hint" }, " innermost first, " + counted(frames.length, "frame")),
    ),
    el(
      "ol",
      { class: "stack", tabindex: "0", "aria-label": title },
      frames.map(frame => {
        const isHead = frame === head;
        return el(
          "li",
          { class: isHead ? "head" : isJdk(frame) ? "jdk" : "" },
          el("code", {}, breakable(frame)),
          isHead ? el("span", { class: "head-mark" }, "\u25c0 the site") : null,
        );
      }),
    ),
  );
}

/** Its open sockets over time. */
function sparkline(suspect) {
  const history = table(suspect.history);
  const open = history.column("open");
  const points = history.times
    .map((time, i) => [time, open[i]])
    .filter(([time, n]) => n !== null && finite(time) !== null);
  if (points.length < 2) return null;
  const [width, height] = [300, 56];
  const first = points[0][0];
  const length = points[points.length - 1][0] - first || 1;
  const most = Math.max(1, ...points.map(point => point[1]));
  const path = points
    .map(
      ([time, n], i) =>
        (i ? "L" : "M") +
        (((time - first) / length) * width).toFixed(1) +
        " " +
        (height - 2 - (n / most) * (height - 6)).toFixed(1),
    )
    .join("");
  const text =
    "from " + count(points[0][1]) + " to " + count(points[points.length - 1][1]) + " open in " + span(length);
  return el(
    "div",
    { class: "spark" },
    el(SUB, { class: "sub" }, "Open sockets of this site"),
    svg(
      "svg",
      { viewBox: "0 0 " + width + " " + height, preserveAspectRatio: "none", role: "img", "aria-label": text },
      svg("path", { d: path + "L" + width + " " + height + "L0 " + height + "Z", class: "spark-fill" }),
      svg("path", { d: path, class: "spark-line" }),
    ),
    el("small", {}, text),
  );
}
