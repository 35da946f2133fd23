// Which charts there are, and what they show.

/** Scales that recordings side by side share. */
function scalesOf(recordings) {
  const most = name => Math.max(1, ...recordings.map(each => Math.max(0, ...each.usage.column(name).map(v => v ?? 0))));
  const open = most("open");
  const limits = recordings.map(each => each.softLimit()).filter(limit => limit !== null);
  const far = limits.length > 0 && Math.min(...limits) > 6 * open;
  return {
    open: far || limits.length === 0 ? open * 1.25 : Math.max(open, ...limits) * 1.08,
    far,
    sockets: Math.max(1, open),
    length: Math.max(...recordings.map(each => (each.end ?? 0) - (each.start ?? 0)), 1000),
  };
}

function xRange(recording, scales, forecast) {
  return { xMin: recording.start, xMax: Math.max(recording.start + scales.length, forecast ? forecast.until : 0) };
}

function growthView(recording, scales, yMax) {
  const { usage } = recording;
  const values = usage.times.map((time, i) => finite(list(object(recording.data.usage).growthPerMinute)[i]));
  if (values.every(value => value === null))
    return note("How fast it grows is not known.", "That takes readings over half a minute or so.");
  return new TimeChart(recording, {
    title: "Growth, fds a minute",
    label: "Growth of open descriptors, a minute",
    height: 96,
    times: usage.times,
    ...xRange(recording, scales, forecastOf(recording, scales)),
    series: [{ name: "growth", values, color: "--c-growth", fill: "--sunk", width: 1.5, mark: "line", text: signed }],
    yMin: Math.min(0, ...values.map(v => v ?? 0)) * 1.1,
    yMax,
    summary: "At most " + count(Math.max(0, ...values.map(v => v ?? 0))) + " a minute.",
  }).node;
}

/** Layers one upon the other, the first at the bottom. */
function stacked(layers) {
  let below = layers.length > 0 ? layers[0].values.map(() => 0) : [];
  const series = layers.map(layer => {
    const bottoms = below;
    below = below.map((sum, i) => (sum === null || layer.values[i] === null ? null : sum + layer.values[i]));
    return {
      ...layer,
      bottoms,
      tops: below,
      width: 1,
      fill: layer.hatch ? null : layer.color,
      mark: layer.hatch ? "hatch" : "block",
    };
  });
  return series.reverse();
}

function stackChart(recording, scales, spec) {
  const series = stacked(spec.layers);
  return new TimeChart(recording, {
    title: spec.title,
    label: spec.title + " over time, stacked",
    height: 210,
    series,
    times: spec.times,
    ...xRange(recording, scales),
    yMax: spec.yMax,
    paint: u => series.forEach(each => inside(u, spec.times, each.tops, each.bottoms, each.name)),
    summary: series.map(each => each.name + " " + count(lastKnown(each.values)) + " at the end").join(", "),
  });
}

const KINDS = [
  ["files", "files", "--c-1"],
  ["pipes", "pipes", "--c-3"],
  ["anonInodes", "anon inodes", "--c-2"],
  ["others", "others", "--c-6"],
];

function kindsChart(recording, scales) {
  const { usage } = recording;
  const unidentified = usage.column("unidentified");
  const identified = usage
    .column("sockets")
    .map((n, i) => (n === null ? null : Math.max(0, n - (unidentified[i] ?? 0))));
  const layers = [
    { name: "unidentified sockets", values: unidentified, color: "--c-unidentified", hatch: "--c-unidentified-bg" },
    { name: "other sockets", values: identified, color: "--c-5" },
    ...KINDS.filter(([key]) => usage.has(key)).map(([key, name, ink]) => ({
      name,
      values: usage.column(key),
      color: ink,
    })),
  ];
  return stackChart(recording, scales, { title: "Kinds", layers, times: usage.times, yMax: scales.sockets * 1.06 });
}

const STATE_COLORS = {
  ESTABLISHED: "--c-5",
  LISTEN: "--c-2",
  CLOSE_WAIT: "--c-4",
  SYN_SENT: "--c-3",
  TIME_WAIT: "--c-6",
};
const STATE_NAMES = {
  FIN_WAIT_ONE: "FIN_WAIT1",
  FIN_WAIT_TWO: "FIN_WAIT2",
  SYN_RECEIVED: "SYN_RECV",
  UNIDENTIFIED: "unidentified",
  UDP_BOUND: "UDP bound",
  UDP_UNBOUND: "UDP unbound",
  UNIX: "unix-domain",
  OTHER: "other",
};

function statesChart(recording, scales) {
  const counts = object(object(recording.data.states).counts);
  // UDP that is not bound is among the unidentified already.
  const names = Object.keys(counts)
    .filter(name => name !== "UDP_UNBOUND" || !counts.UNIDENTIFIED)
    .sort((a, b) => (b === "UNIDENTIFIED") - (a === "UNIDENTIFIED"));
  const spare = ["--c-1", "--c-7", "--c-3", "--c-8", "--c-6"];
  const layers = names.map((name, i) => ({
    name: STATE_NAMES[name] || clean(name).slice(0, 40),
    values: recording.states.times.map((t, at) => known(list(counts[name])[at])),
    color: name === "UNIDENTIFIED" ? "--c-unidentified" : STATE_COLORS[name] || spare[i % spare.length],
    hatch: name === "UNIDENTIFIED" ? "--c-unidentified-bg" : null,
  }));
  return stackChart(recording, scales, {
    title: "Socket states",
    layers,
    times: recording.states.times,
    yMax: scales.sockets * 1.06,
  });
}

function kernelChart(recording, scales, yMax) {
  const { kernel } = recording;
  const line = (name, key, ink, more) => ({
    name,
    values: kernel.column(key),
    color: ink,
    width: 1.75,
    mark: "line",
    ...more,
  });
  return new TimeChart(recording, {
    title: "TCP sockets of the host",
    label: "TCP sockets of the whole host over time",
    height: 210,
    times: kernel.times,
    ...xRange(recording, scales),
    yMax,
    series: [
      line("allocated", "tcpAllocated", "--c-open"),
      line("in use", "tcpInUse", "--c-2", { dash: [6, 3], mark: "dash" }),
      line("orphaned", "tcpOrphaned", "--c-held", { dash: [2, 2], mark: "dots" }),
      line("TIME_WAIT", "tcpTimeWait", "--c-6", { width: 1.25 }),
    ],
    summary:
      "Allocated but not in use is what no table of the kernel lists: " +
      count(kernel.last("tcpAllocated")) +
      " allocated, " +
      count(kernel.last("tcpInUse")) +
      " in use at the end.",
  });
}
