// How sure we are, and what process and recording this was.

function sureView(recording) {
  const sentences = values => [...new Set(list(values).map(prose))].filter(Boolean);
  const doubts = unlike(sentences([...list(recording.data.confidence), ...list(object(recording.verdict).doubts)]));
  const problems = sentences(recording.data.problems);
  const faults = list(recording.data.faults).map(object);
  const block = (title, items, style) =>
    items.length === 0
      ? null
      : el(
          "div",
          { class: style || "" },
          el(SUB, { class: "sub" }, title),
          el(
            "ul",
            { class: "dots" },
            items.map(item => el("li", {}, item)),
          ),
        );
  return el(
    "div",
    { class: "card sure" },
    block("What is wrong with the recording", problems, "problems"),
    block("What this rests on", doubts.length > 0 ? doubts : ["Nothing is told about that in this recording."]),
    list(recording.data.missing).length > 0
      ? el("div", {}, el(SUB, { class: "sub" }, "Not in this recording"), missingList(recording))
      : null,
    block(
      "Faults of fdscope itself",
      faults.map(fault => clean(fault.edge) + ": " + clean(fault.fault) + ", " + count(fault.count) + " times"),
    ),
  );
}

/** Of sentences that differ in their numbers only, as those of the worst moment and of the end do, the first. */
function unlike(sentences) {
  const kinds = new Map(sentences.map(each => [each.replace(/[\d\u202f]+/g, "0"), each]).reverse());
  return sentences.filter(each => [...kinds.values()].includes(each));
}

function factsView(recording) {
  const { data } = recording;
  const process = object(data.process);
  const when = millis => (finite(millis) === null ? null : day(millis) + ", " + clock(millis));
  return el(
    "div",
    { class: "card facts-part" },
    el(
      "div",
      {},
      el(SUB, { class: "sub" }, "Process"),
      el(
        "dl",
        { class: "facts" },
        fact("PID", known(process.pid) === null ? null : String(process.pid)),
        fact("Command", code(process.command)),
        fact("JVM arguments", code(process.jvmArguments)),
        fact("Java", [process.javaVersion, process.jvm].map(clean).filter(Boolean).join(", ")),
        fact("System", clean(process.os)),
        fact("Started", when(process.startedMillis)),
        fact("Traced since", when(process.tracingSinceMillis)),
        Object.keys(process).length === 0 ? fact("Process", "not in this recording") : null,
      ),
    ),
    el(
      "div",
      {},
      el(SUB, { class: "sub" }, "Recording"),
      el(
        "dl",
        { class: "facts" },
        fact("File", code(data.name)),
        fact("Size", bytes(data.bytes) + (known(data.chunks) === null ? "" : " in " + counted(data.chunks, "chunk"))),
        fact("From", when(recording.start)),
        fact("To", when(recording.end)),
        recording.start === null ? null : fact("Length", span(recording.end - recording.start)),
        fact("Host's open files", hostFiles(recording)),
      ),
    ),
    eventsView(recording),
  );
}

function hostFiles(recording) {
  const system = table(recording.data.system);
  const files = system.last("allocatedFiles");
  const most = system.last("maxFiles");
  if (files === null) return null;
  return count(files) + (most !== null && most < 1e15 ? " of " + count(most) : ", no limit to speak of");
}

function eventsView(recording) {
  const all = Object.entries(object(recording.data.eventCounts)).sort((a, b) => b[1] - a[1]);
  if (all.length === 0) return null;
  const isOurs = ([name]) => name.startsWith("io.fdscope.") || name.startsWith("jdk.Socket");
  const counts = all.filter(isOurs);
  const others = all.filter(each => !isOurs(each));
  return el(
    "div",
    {},
    el(SUB, { class: "sub" }, "Events"),
    el(
      "dl",
      { class: "facts events" },
      counts.slice(0, 30).map(([name, n]) => fact(code(clean(name).replace(/^io\.fdscope\./, "")), count(n))),
      others.length > 0
        ? fact(
            "of " + counted(others.length, "other type"),
            count(others.reduce((sum, each) => sum + (known(each[1]) ?? 0), 0)),
          )
        : null,
    ),
  );
}
