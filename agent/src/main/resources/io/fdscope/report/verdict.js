// On top: what is wrong, what it rests on, what to do now.

const LEVELS = {
  exhausting: ["\u25b2", "Exhausting", "bad"],
  leaking: ["\u2197", "Leaking", "warn"],
  growing: ["\u2197", "Growing", "warn"],
  stable: ["\u25cf", "Stable", "good"],
  unknown: ["?", "Unknown", "calm"],
};
const COMMAND = /prlimit --pid \d+ --nofile=\d+:\d*|jcmd \d+ GC\.run|collectGarbageAndCompare|relief=gc|selectNow/;

/** It is of level growing, too, while a suspect stands and nothing grows any more: then this is the word for it. */
function levelOf({ level, suspects }) {
  const stands = list(suspects).some(each => object(each).state !== "cleared");
  return level === "growing" && stands ? "leaking" : level;
}

function levelBadge(level) {
  const [sign, word, mood] = LEVELS[level] || ["?", clean(level) || "Unknown", "calm"];
  return el("span", { class: "badge " + mood }, el("span", { "aria-hidden": "true" }, sign), " ", word);
}

/** A sentence of the verdict with its site as code and its numbers strong. */
function sentence(text, site) {
  return marked(prose(text), [
    [literal(site), "code", "site"],
    [COMMAND, "code", "command"],
    [/\d+(?:\u202f\d{3})+/, "strong", ""],
  ]);
}

/** @param heading the element that the sentence stands in */
function verdictView(recording, heading) {
  const { verdict } = recording;
  if (!verdict) {
    return el(
      "div",
      { class: "verdict card calm" },
      el(
        "div",
        { class: "verdict-main" },
        levelBadge("unknown"),
        el(
          heading,
          { class: "summary" },
          recording.usage.has("open")
            ? "No verdict: no scan in this recording could be judged."
            : "Nothing in this recording tells how many descriptors were open.",
        ),
        missingList(recording),
      ),
    );
  }
  const site = clean(object(recording.suspects[0]).site);
  const [, , mood] = LEVELS[verdict.level] || LEVELS.unknown;
  return el(
    "div",
    { class: "verdict card " + mood },
    el(
      "div",
      { class: "verdict-main" },
      el(
        "p",
        { class: "verdict-line" },
        levelBadge(levelOf(verdict)),
        el(
          "span",
          { class: "hint" },
          (recording.hasRecovered ? "at its worst, " : "as of ") +
            clock(verdict.atMillis) +
            ", " +
            zone(verdict.atMillis),
        ),
      ),
      el(heading, { class: "summary" }, sentence(verdict.summary, site)),
      figures(recording),
      recording.hasRecovered ? recoveredView(recording.last) : null,
    ),
    ordersView(recording, site),
  );
}

function recoveredView(last) {
  return el(
    "p",
    { class: "recovered" },
    levelBadge(levelOf(last)),
    el(
      "span",
      {},
      el("b", {}, "At the end, " + clock(last.atMillis) + ": "),
      sentence(last.summary, clean(object(list(last.suspects)[0]).site)),
    ),
  );
}

/** Of the end, and where it is over by then, of the worst: the fault is still in the program. */
function ordersView({ verdict, last, hasRecovered }, site) {
  const now = list(last.orders);
  const orders = now.length > 0 ? now : list(verdict.orders);
  if (orders.length === 0) return null;
  const title =
    hasRecovered && now.length === 0 ? "What there was to do at " + clock(verdict.atMillis) : "What to do now";
  return el(
    "div",
    { class: "orders" },
    el(SUB === "h3" ? "h2" : SUB, { class: "sub" }, title),
    el(
      "ol",
      {},
      orders.map(order => el("li", {}, sentence(order, site))),
    ),
  );
}

/** The evidence in numbers. */
function figures(recording) {
  const { verdict } = recording;
  const open = known(verdict.openCount);
  const limit = limitOf(verdict.softLimit);
  const held = recording.usageAt("heldAfterClose", verdict.atMillis);
  const figure = (name, value, more) => el("div", { class: "figure" }, el("dt", {}, name), el("dd", {}, value, more));
  const small = text => el("small", {}, text);
  const rows = el(
    "dl",
    { class: "figures-row" },
    figure(
      "Open",
      count(open),
      small(limit === null ? "no limit" : "of " + count(limit) + ", " + percent(open, limit)),
    ),
    figure(
      "Headroom",
      limit === null || open === null ? "\u2013" : count(Math.max(0, limit - open)),
      small("descriptors left"),
    ),
    figure(
      "Unidentified",
      count(verdict.unidentified),
      small(open ? percent(verdict.unidentified, open) + " of open" : "sockets"),
    ),
    figure("Held after close", count(held), small("sockets")),
    growthFigure(recording, figure, small),
    fullFigure(recording, figure, small),
  );
  return el(
    "div",
    { class: "evidence" },
    rows,
    limit === null || open === null ? null : meter(open, known(verdict.unidentified) ?? 0, limit),
  );
}

/** At the end; where the process is full there, the fastest, for it can grow no more. */
function growthFigure(recording, figure, small) {
  const growth = list(object(recording.data.usage).growthPerMinute)
    .map(finite)
    .filter(v => v !== null);
  const now = finite(recording.verdict.growthPerMinute);
  const most = growth.reduce((a, b) => Math.max(a, b), 0);
  return figure(
    "Growth",
    signed(now),
    small(most > Math.max(1, now ?? 0) ? "a minute; was " + signed(most) : "a minute"),
  );
}

function fullFigure(recording, figure, small) {
  const full = recording.full();
  if (full && full.to === null)
    return figure("Full since", clock(full.from), small(span(recording.end - full.from) + " before the end"));
  if (full) return figure("Full from", clock(full.from), small("to " + clock(full.to)));
  const at = recording.fullAt();
  if (at !== null && recording.hasRecovered)
    return figure("Full, forecast", clock(at), small("it did not come to that"));
  if (at !== null) return figure("Full at", clock(at), small(span(at - recording.end) + " after the end"));
  return figure("Full", "no", small("not in sight"));
}

function meter(open, unidentified, limit) {
  const share = n => Math.min(100, (n / limit) * 100) + "%";
  return el(
    "div",
    {
      class: "meter",
      role: "img",
      "aria-label":
        count(open) +
        " of " +
        count(limit) +
        " descriptors are open, " +
        count(unidentified) +
        " of them unidentified sockets",
    },
    el("i", { class: "meter-open", style: { width: share(open) } }),
    el("i", { class: "meter-unidentified", style: { width: share(Math.min(open, unidentified)) } }),
  );
}

/** How the verdict came about. */
function courseView(recording) {
  const course = list(recording.data.course).map(object);
  if (course.length === 0) return null;
  const left = known(recording.data.courseLeftOut) ?? 0;
  const steps = course.map(courseStep);
  if (left > 0) steps.splice(course.length / 2, 0, el("li", {}, el("span", {}, counted(left, "change") + " between left out")));
  return el(
    "div",
    { class: "course" },
    el(SUB, { class: "sub" }, "How the verdict went"),
    el("ol", {}, steps),
  );
}

function courseStep(step) {
  return el(
    "li",
    {},
    el("time", {}, clock(step.atMillis)),
    levelBadge(step.level === "growing" && step.site ? "leaking" : step.level),
    el("span", {}, sentence(step.summary, clean(step.site))),
  );
}

function missingList(recording) {
  const missing = list(recording.data.missing).map(object);
  return missing.length === 0
    ? null
    : el(
        "ul",
        { class: "missing" },
        missing.map(each =>
          el(
            "li",
            {},
            el("b", {}, clean(each.what)),
            el("br"),
            el("span", { class: "hint" }, "To get it: "),
            clean(each.how),
          ),
        ),
      );
}
