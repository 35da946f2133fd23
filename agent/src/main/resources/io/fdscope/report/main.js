// Puts the page together.

const LONG_MILLIS = 20 * 3600 * 1000;

function start() {
  const all = list(REPORT.recordings).map(object);
  const recordings = all.map((data, i) => new Recording(data, all.length > 1 ? "AB"[i] || String(i + 1) : ""));
  recordings.forEach(each => {
    each.peers = recordings;
    isLong ||= each.end - each.start > LONG_MILLIS;
  });
  document.getElementById("main").append(...parts(recordings).filter(Boolean), ...recordings.map(each => each.live));
  fill(document.getElementById("bar"), {}, [brand(), docName(recordings), sections(), themeButton()]);
  foot(recordings);
}

function parts(recordings) {
  if (recordings.length === 0) return [note("This report holds no recording.")];
  const scales = scalesOf(recordings);
  const views = act =>
    el(
      "div",
      { class: "views" + (recordings.length > 1 ? " two" : "") },
      recordings.map(each =>
        el(
          "div",
          { class: "view" },
          each.tag ? el("h3", {}, el("span", { class: "tag" }, each.tag), each.name) : null,
          act(each),
        ),
      ),
    );
  const part = (id, title, hint, act) =>
    el(
      "section",
      { class: "part", id, "aria-labelledby": id + "-title" },
      el("h2", { id: id + "-title" }, title, hint ? el("span", { class: "hint" }, hint) : null),
      views(act),
    );
  return [
    ...verdictPart(recordings, views),
    part("time", "Over time", "drag in a chart, or Shift and arrow keys, to choose a range", each =>
      timeView(each, recordings, scales),
    ),
    part("suspects", "Suspects", "whose sockets stay open without use", suspectsView),
    part("creations", "Who creates sockets", "creation stacks", flameView),
    part("connects", "Connects by remote end", null, connectsView),
    part("victims", "Who was hit", "calls that found no descriptor left; victims, not causes", victimsView),
    part("sure", "How sure this is", null, sureView),
    part("facts", "Process and recording", null, factsView),
  ];
}

function verdictPart(recordings, views) {
  if (recordings.length === 1)
    return [
      el(
        "section",
        { id: "verdict", "aria-label": "Verdict" },
        el("div", { class: "view" }, verdictView(recordings[0], "h1")),
      ),
    ];
  return [
    el("section", { id: "verdict", "aria-label": "Comparison" }, comparisonView(object(REPORT.comparison), recordings)),
    el(
      "section",
      { class: "part", "aria-label": "Verdicts" },
      el("h2", {}, "Verdicts"),
      views(each => verdictView(each, "p")),
    ),
  ];
}

function timeView(recording, recordings, scales) {
  if (recording.usage.times.length === 0) {
    return note(
      "How many descriptors were open is not in this recording.",
      "It comes with the event io.fdscope.FileDescriptorUsage: run the JVM with -javaagent:fdscope.jar, or attach it, and record.",
    );
  }
  const growth =
    Math.max(1, ...recordings.flatMap(each => list(object(each.data.usage).growthPerMinute).map(v => finite(v) ?? 0))) *
    1.15;
  const tcp = Math.max(1, ...recordings.flatMap(each => each.kernel.column("tcpAllocated").map(v => v ?? 0))) * 1.06;
  const card = (...children) => el("div", { class: "card" }, children);
  return el(
    "div",
    { class: "time-grid" },
    el(
      "div",
      { class: "card wide" },
      rangeLine(recording),
      usageChart(recording, scales).node,
      growthView(recording, scales, growth),
    ),
    card(kindsChart(recording, scales).node),
    card(
      recording.states.times.length > 0
        ? statesChart(recording, scales).node
        : note("States of sockets are not in this recording.", "Event io.fdscope.SocketStates, every 10 s."),
    ),
    card(
      recording.kernel.times.length > 0
        ? kernelChart(recording, scales, tcp).node
        : note("Figures of the kernel are not in this recording.", "Event io.fdscope.KernelSocketUsage, every 10 s."),
    ),
    el("div", { class: "card across" }, courseView(recording) || note("How the verdict went is not in this recording.")),
  );
}

function brand() {
  return el(
    "span",
    { class: "brand" },
    svg(
      "svg",
      { viewBox: "0 0 16 16", "aria-hidden": "true" },
      svg("rect", { width: "16", height: "16", rx: "3.5", class: "brand-ground" }),
      svg("path", { d: "M3 12l4-4 2 2 4-6", class: "brand-line" }),
    ),
    "fdscope",
  );
}

function docName(recordings) {
  const first = recordings[0];
  const when =
    first && first.start !== null
      ? " \u00b7 " + day(first.start) + ", " + clock(first.start) + "\u2013" + clock(first.end)
      : "";
  return el("span", { class: "doc" }, recordings.map(each => each.name).join(" and ") + when);
}

function sections() {
  const links = [
    ["time", "Over time"],
    ["suspects", "Suspects"],
    ["creations", "Creations"],
    ["connects", "Remote ends"],
    ["victims", "Who was hit"],
    ["sure", "How sure"],
    ["facts", "Facts"],
  ];
  return el(
    "nav",
    { "aria-label": "Sections" },
    el(
      "ul",
      {},
      links.map(([id, text]) => el("li", {}, el("a", { href: "#" + id }, text))),
    ),
  );
}

function foot(recordings) {
  const start = recordings.length > 0 ? recordings[0].start : null;
  const ago = start === null ? "" : " The recording ended " + agoText(recordings[0].end) + ".";
  fill(document.getElementById("foot"), {}, [
    "Written by " +
      (clean(REPORT.generator) || "fdscope") +
      ". Times are of your zone, " +
      zone(start) +
      "." +
      ago +
      " Charts: uPlot, MIT licence, in this file. Nothing on this page reaches out to any network.",
  ]);
}

function agoText(millis) {
  const ago = Date.now() - millis;
  return ago < 0 ? "in what is the future here" : ago < 1000 ? "just now" : span(ago) + " before this page was opened";
}

start();
