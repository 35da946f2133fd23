// Remote ends, and who was hit.

const MOST_LINES = 15;

/** A table that shows its first lines, and all when asked; its first column names the row. */
function linesTable(caption, columns, rows) {
  const body = el("tbody", { role: "rowgroup" });
  const all = el("button", { type: "button", class: "more" }, "Show all " + rows.length);
  const show = lines =>
    body.replaceChildren(
      ...lines.map(cells =>
        el(
          "tr",
          { role: "row" },
          cells.map((cell, i) =>
            el(
              i === 0 ? "th" : "td",
              {
                scope: i === 0 ? "row" : null,
                role: i === 0 ? "rowheader" : "cell",
                class: columns[i][1],
                "data-label": columns[i][0],
              },
              cell,
            ),
          ),
        ),
      ),
    );
  const more = () => {
    show(rows);
    all.remove();
  };
  all.addEventListener("click", more);
  forPrint(() => all.isConnected, more);
  show(rows.slice(0, MOST_LINES));
  return [
    el(
      "table",
      { class: "lines", role: "table" },
      el("caption", { class: "hidden" }, caption),
      el(
        "thead",
        { role: "rowgroup" },
        el(
          "tr",
          { role: "row" },
          columns.map(([name, style]) => el("th", { scope: "col", role: "columnheader", class: style }, name)),
        ),
      ),
      body,
    ),
    rows.length > MOST_LINES ? all : null,
  ];
}

const REMOTE_COLUMNS = [
  ["Remote end", ""],
  ["Attempts", "number"],
  ["Failed", "number"],
  ["Failed of attempts", "bar-cell"],
  ["Failures", ""],
  ["Mean", "number"],
  ["Longest", "number"],
];

function connectsView(recording) {
  if (recording.connects.length === 0) {
    return [
      noConnects(recording),
      trafficView(recording),
    ];
  }
  const place = el("div", { class: "card flush" });
  const line = rangeLine(recording);
  const left = known(object(recording.data.connects).leftOut) ?? 0;
  const show = () =>
    place.replaceChildren(
      ...[
        linesTable("Connects by remote end", REMOTE_COLUMNS, connectRows(recording)),
        left > 0
          ? el(
              "p",
              { class: "hint pad" },
              counted(left, "connect") + " to other remote ends left out: those with the fewest failures and attempts.",
            )
          : null,
      ]
        .flat()
        .filter(Boolean),
    );
  recording.range.follow(show);
  show();
  return [line, place, trafficView(recording)];
}

/** There was none, or nobody looked. */
function noConnects(recording) {
  const traced = finite(object(recording.data.process).tracingSinceMillis) !== null;
  const lacks = list(recording.data.missing).some(each => clean(object(each).how).includes("SocketConnected"));
  return traced && !lacks
    ? note(
        "Nothing was connected in this time, and nobody tried.",
        "Sockets that fail before that, when an option is set or at bind, have no remote end.",
      )
    : note(
        "No connect is in this recording.",
        "They come with the event io.fdscope.SocketConnected: fdscope has to be in the process, with trace=on.",
      );
}

const TRAFFIC_COLUMNS = [
  ["Remote end", ""],
  ["Reads", "number"],
  ["Read", "number"],
  ["Writes", "number"],
  ["Written", "number"],
  ["Longest", "number"],
];

/** What the JDK's own events tell of reading and writing. */
function trafficView(recording) {
  const items = list(object(recording.data.traffic).items).map(object);
  if (items.length === 0) return null;
  return el(
    "div",
    { class: "card flush traffic" },
    el(
      SUB,
      { class: "sub pad" },
      "Traffic",
      el(
        "span",
        { class: "hint" },
        " of reads and writes that took long enough to be recorded (jdk.SocketRead, jdk.SocketWrite)",
      ),
    ),
    linesTable(
      "Traffic by remote end",
      TRAFFIC_COLUMNS,
      items.map(end => [
        remoteEnd(end),
        count(end.reads),
        bytes(end.bytesRead),
        count(end.writes),
        bytes(end.bytesWritten),
        span(end.longestMillis),
      ]),
    ),
  );
}

function remoteEnd(end) {
  const host = clean(end.host);
  const address = clean(end.address);
  const port = known(end.port) > 0 ? ":" + end.port : "";
  return [code((host || address) + port), host && address && host !== address ? el("small", {}, address) : null];
}

function connectRows(recording) {
  const inRange = recording.inRange();
  const sum = pairs => list(pairs).reduce((n, [bucket, number]) => (inRange(bucket) ? n + number : n), 0);
  const chosen = recording.range.chosen !== null;
  const rows = recording.connects.map(end => ({
    end,
    attempts: chosen ? sum(end.attemptsByBucket) : (known(end.attempts) ?? 0),
    failed: chosen ? sum(end.failedByBucket) : (known(end.failed) ?? 0),
  }));
  const most = Math.max(1, ...rows.map(row => row.attempts));
  return rows.sort((a, b) => b.failed - a.failed || b.attempts - a.attempts).map(row => connectRow(row, most));
}

function connectRow({ end, attempts, failed }, most) {
  const mean = known(end.totalMillis) !== null && end.attempts > 0 ? end.totalMillis / end.attempts : null;
  return [
    remoteEnd(end),
    count(attempts),
    failed > 0 ? el("b", { class: "failed" }, count(failed)) : "0",
    bar(attempts, failed, most),
    failuresOf(end),
    span(mean),
    span(end.longestMillis),
  ];
}

function bar(attempts, failed, most) {
  return el(
    "span",
    { class: "bar-line", "aria-hidden": "true" },
    el("i", { class: "bar-failed", style: { width: (failed / most) * 100 + "%" } }),
    el("i", { class: "bar-fine", style: { width: (Math.max(0, attempts - failed) / most) * 100 + "%" } }),
  );
}

function failuresOf(end) {
  const failures = list(end.failures).map(object);
  if (failures.length === 0) return el("span", { class: "hint" }, "none");
  return failures.map(failure =>
    el("span", { class: "line" }, count(failure.count) + " \u00d7 " + clean(failure.text)),
  );
}

const VICTIM_COLUMNS = [
  ["Where", ""],
  ["Failure", ""],
  ["Times", "number"],
  ["First", "number"],
  ["Last", "number"],
];

/** Calls that found no descriptor left: hit by the leak, not its cause. */
function victimsView(recording) {
  const victims = list(recording.data.exhausted).map(object);
  if (victims.length === 0) {
    return known(object(recording.data.eventCounts)["io.fdscope.FileDescriptorUsage"]) === null
      ? note(
          "Whether any call found no descriptor left is not in this recording.",
          "The event io.fdscope.DescriptorsExhausted tells it.",
        )
      : note("No call was seen that found no descriptor left.");
  }
  return el(
    "div",
    { class: "card flush" },
    linesTable(
      "Calls that found no descriptor left",
      VICTIM_COLUMNS,
      victims.map(victim => {
        const stack = recording.stack(victim.stack);
        return [
          victimStack(stack),
          clean(victim.failure),
          count(victim.count),
          clock(victim.firstMillis),
          clock(victim.lastMillis),
        ];
      }),
    ),
  );
}

function victimStack(stack) {
  const head = stack.find(frame => !isJdk(frame)) || stack[0];
  if (!head) return "not known";
  return el(
    "details",
    { class: "inline" },
    el("summary", {}, el("code", {}, frameForms(head)[3]), el("small", {}, frameParts(head).place)),
    el(
      "ol",
      { class: "stack" },
      stack.map(frame =>
        el("li", { class: frame === head ? "head" : isJdk(frame) ? "jdk" : "" }, el("code", {}, breakable(frame))),
      ),
    ),
  );
}
