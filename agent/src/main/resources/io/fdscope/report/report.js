// The report as it was written into the page. Any field may be absent: what is asked for here is there, or empty.

const REPORT = JSON.parse(document.getElementById("report").textContent);

const list = value => Array.isArray(value) ? value : [];
const object = value => value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};

/** Headings within a section: there the two recordings have a level of their own. */
const SUB = list(REPORT.recordings).length > 1 ? "h4" : "h3";

/** A table of columns: its times, and a column by its name, unknown values as null. */
function table(columns) {
  const times = list(object(columns).epochMillis);
  return {
    times,
    column: name => times.map((time, i) => known(list(columns[name])[i])),
    has: name => list(object(columns)[name]).some(value => known(value) !== null),
    last: name => lastKnown(list(object(columns)[name])),
  };
}

function lastKnown(values) {
  for (let i = values.length - 1; i >= 0; i--) {
    if (known(values[i]) !== null) return values[i];
  }
  return null;
}

const total = pairs => list(pairs).reduce((sum, pair) => sum + pair[1], 0);

/** One recording, and what is chosen in it. */
class Recording {
  constructor(data, tag) {
    this.data = data;
    this.tag = tag; // A or B where there are two, else empty
    this.name = clean(data.name) || "recording";
    this.usage = table(data.usage);
    this.states = table(data.states);
    this.kernel = table(data.kernel);
    this.stacks = list(data.stacks).map(stack => list(stack).map(clean));
    this.verdict = data.verdict ? object(data.verdict) : null;
    this.suspects = list(object(this.verdict).suspects).map(object);
    this.creations = list(object(data.creations).items).map(object);
    this.connects = list(object(data.connects).items).map(object);
    this.buckets = object(data.buckets);
    this.start = finite(data.startMillis) ?? this.usage.times[0] ?? null;
    this.end = finite(data.endMillis) ?? this.usage.times[this.usage.times.length - 1] ?? null;
    this.range = new Range();
    this.live = el("p", { class: "hidden", role: "status", "aria-live": "polite" });
  }

  stack(index) {
    return Number.isInteger(index) ? this.stacks[index] || [] : [];
  }

  softLimit() {
    return limitOf(this.usage.last("softLimit") ?? object(this.verdict).softLimit);
  }

  /** When there was no descriptor left for the first time, and it stayed so to the end; null else. */
  fullSince() {
    const headroom = list(object(this.data.usage).headroom);
    let i = headroom.length;
    while (i > 0 && headroom[i - 1] === 0) i--;
    return i < headroom.length ? this.usage.times[i] : null;
  }

  /** When it will be full, as far as is known at the end. */
  fullAt() {
    const seconds = known(object(this.verdict).secondsToExhaustion);
    const from = finite(object(this.verdict).atMillis) ?? this.end;
    return seconds === null || seconds > 365 * 86400 || from === null ? null : from + seconds * 1000;
  }

  /** A test for buckets of creations and connects that lie in the chosen range, by half at least touched. */
  inRange() {
    const chosen = this.range.chosen;
    if (!chosen) return () => true;
    const { startMillis, widthMillis } = this.buckets;
    return bucket => {
      const from = startMillis + bucket * widthMillis;
      return from < chosen.to && from + widthMillis > chosen.from;
    };
  }
}
