// The report as it was written into the page. Any field may be absent: what is asked for here is there, or empty.

const REPORT = JSON.parse(document.getElementById("report").textContent);

const list = value => (Array.isArray(value) ? value : []);
const object = value => (value !== null && typeof value === "object" && !Array.isArray(value) ? value : {});

/** Headings within a section: there the two recordings have a level of their own. */
const SUB = list(REPORT.recordings).length > 1 ? "h4" : "h3";

/** A table of columns: its times, and a column by its name, unknown values as null. */
function table(columns) {
  const times = list(object(columns).epochMillis);
  const column = name => times.map((time, i) => known(list(columns[name])[i]));
  return {
    times,
    column,
    has: name => column(name).some(value => value !== null),
    last: name => lastKnown(column(name)),
  };
}

function lastKnown(values) {
  return values.findLast(value => value !== null) ?? null;
}

const total = pairs => list(pairs).reduce((sum, pair) => sum + pair[1], 0);

/** Those of the verdict that matters, then those of others; which of them are gone by the end. */
function suspectsOf({ data, verdict, last, hasRecovered }) {
  const of = judged => list(object(judged).suspects).map(object);
  const atEnd = of(last);
  const stands = site => atEnd.some(each => each.site === site && each.state !== "cleared");
  const gone = each => ({ ...each, isGone: !stands(each.site) });
  const others = (some, known) => some.filter(each => !known.some(other => other.site === each.site));
  const worst = hasRecovered ? of(verdict).map(gone) : atEnd;
  const all = [...worst, ...others(atEnd, worst)];
  return [...all, ...others(of(data.leaking), all).map(gone)];
}

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
    this.last = data.verdict ? object(data.verdict) : null;
    this.hasRecovered = Boolean(this.last && data.worst);
    this.verdict = this.hasRecovered ? object(data.worst) : this.last; // the one that matters
    this.suspects = suspectsOf(this);
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

  /** The last time span in which there was no descriptor left: from, and to (null: until the end); null where there was none. */
  full() {
    const headroom = list(object(this.data.usage).headroom);
    const last = headroom.lastIndexOf(0);
    if (last < 0) return null;
    let first = last;
    while (first > 0 && headroom[first - 1] === 0) first--;
    return { from: this.usage.times[first], to: last < headroom.length - 1 ? this.usage.times[last] : null };
  }

  /** A figure of the usage at a time, or the one before. */
  usageAt(name, millis) {
    const { times } = this.usage;
    let i = times.length - 1;
    while (i > 0 && times[i] > millis) i--;
    return known(list(object(this.data.usage)[name])[i]);
  }

  /** When it will be full, as far as is known at the end. */
  fullAt() {
    const seconds = known(object(this.verdict).secondsToExhaustion);
    const from = finite(object(this.verdict).atMillis) ?? this.end;
    return seconds === null || seconds > 365 * 86400 || from === null ? null : from + seconds * 1000;
  }

  /** A test for buckets of creations and connects that touch the chosen range. */
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
