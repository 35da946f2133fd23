// Two recordings: what differs.

function comparisonView(comparison, recordings) {
  const rows = list(comparison.differences).map(object);
  const important = rows.filter(row => row.weight !== "low");
  const rest = rows.filter(row => row.weight === "low");
  return el(
    "div",
    { class: "card differences" },
    el(
      "p",
      { class: "verdict-line" },
      el("span", { class: "hint" }, "Two recordings, same scales: "),
      recordings.map(each => el("span", { class: "line" }, el("span", { class: "tag" }, each.tag), " ", each.name)),
    ),
    el(
      "h1",
      { class: "summary" },
      comparison.summary
        ? sentence(comparison.summary, clean(object(recordings.flatMap(each => each.suspects)[0]).site))
        : "Two recordings side by side",
    ),
    el(
      "div",
      { class: "differences-grid" },
      important.length > 0 ? differencesTable(important, recordings) : null,
      comparedChart(recordings),
    ),
    rest.length > 0
      ? el("details", {}, el("summary", {}, "What differs less, or not at all"), differencesTable(rest, recordings))
      : null,
  );
}

function differencesTable(rows, recordings) {
  return el(
    "table",
    { class: "compared" },
    el("caption", { class: "hidden" }, "What differs"),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, "What"),
        recordings.map(each => el("th", { scope: "col" }, each.tag, el("span", { class: "hint" }, " " + each.name))),
      ),
    ),
    el(
      "tbody",
      {},
      rows.map(row => el("tr", {}, el("th", { scope: "row" }, clean(row.what)), comparedCells(row))),
    ),
  );
}

/** A number, also where it is written as 4,061. */
function numberIn(value) {
  if (typeof value === "string" && /^\d{1,3}(?:,\d{3})*$/.test(value)) return Number(value.replaceAll(",", ""));
  return finite(value);
}

/** Numbers with a bar, both on one scale. */
function comparedCells({ first, second }) {
  const numbers = [first, second].map(numberIn);
  const most = Math.max(0, ...numbers.map(n => n ?? 0));
  return [first, second].map((value, i) => {
    const n = numbers[i];
    if (n === null || numbers.includes(null)) return el("td", { class: "text" }, prose(value) || "\u2013");
    return el(
      "td",
      {},
      el("span", { class: "compared-number" }, count(n)),
      el(
        "span",
        { class: "bar-line", "aria-hidden": "true" },
        el("i", { class: "bar-fine", style: { width: (most ? (Math.max(0, n) / most) * 100 : 0) + "%" } }),
      ),
    );
  });
}

/** The two are not read at the same moments: in between the last figure counts. */
function carried(values) {
  let last = null;
  return values.map(value => {
    last = value ?? last;
    return last;
  });
}

/** Both in one picture: by the clock where they overlap, else by the time since each began. */
function comparedChart(recordings) {
  const [a, b] = recordings;
  if (recordings.some(each => each.usage.times.length === 0)) return null;
  const together = Math.min(a.end, b.end) > Math.max(a.start, b.start);
  const shift = each => each.usage.times.map(time => (together ? time : time - each.start));
  const [times, first, second] = uPlot.join([a, b].map(each => [shift(each), each.usage.column("open")]));
  const whole = new Recording({ startMillis: times[0], endMillis: times[times.length - 1] }, "both");
  whole.live = a.live;
  const limits = [...new Set(recordings.map(each => each.softLimit()))];
  return new TimeChart(whole, {
    title: "Open descriptors",
    label: "Open descriptors of both",
    height: 230,
    top: 22,
    times,
    readOnly: true,
    elapsed: !together,
    yMax: scalesOf(recordings).open,
    xMin: times[0],
    xMax: times[times.length - 1],
    printWidth: 640,
    series: [
      { name: "A", values: carried(first), tops: first, color: "--c-open", width: 2.5, mark: "line" },
      {
        name: "B",
        values: carried(second),
        tops: second,
        color: "--ink",
        width: 2,
        dash: [6, 4],
        mark: "dash",
      },
      {
        name: "soft limit of A",
        quiet: true,
        values: times.map(() => limitOf(limits[0])),
        color: "--c-limit",
        width: 1.5,
      },
    ],
    summary: usageSummary(a) + " " + usageSummary(b),
    paint: u =>
      limits[0] &&
      !scalesOf(recordings).far &&
      label(u, 6, u.valToPos(limits[0], "y") - 6, "soft limit " + count(limits[0]), "--c-limit"),
  }).node;
}
