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

/** Open against limit, with what is lost, and the forecast. */
function usageChart(recording, scales) {
  const { usage } = recording;
  const forecast = forecastOf(recording, scales);
  const pad = (values, last) => forecast ? [...values, last ?? null] : values;
  const line = (name, values, ink, more) => ({ name, values: pad(values), color: ink, ...more });
  const open = usage.column("open");
  const series = [
    line("soft limit", usage.column("softLimit").map(limitOf), "--c-limit", { width: 2, mark: "line" }),
    line("open", open, "--c-open", { width: 2, fill: "--c-open-fill", mark: "line" }),
    line("unidentified", usage.column("unidentified"), "--c-unidentified", { hatch: "--c-unidentified-bg", mark: "hatch" }),
    line("held after close", usage.column("heldAfterClose"), "--c-held", { width: 1.5, dash: [2, 2], mark: "dots" }),
    line("headroom", usage.column("headroom").map(limitOf), "--c-8", { quiet: false, width: 0, mark: "gap", tops: pad(open.map(() => null)) }),
  ];
  if (forecast) {
    series[0].tops = pad(series[0].values.slice(0, -1), recording.softLimit());
    series.push({ name: "forecast", color: "--c-open", width: 2, dash: [7, 6], quiet: true,
      values: [...usage.times.map((time, i) => i === forecast.from ? open[i] : null), forecast.value] });
  }
  return new TimeChart(recording, {
    title: "Open descriptors", label: "Open descriptors over time", height: 300, top: 26, series,
    times: forecast ? [...usage.times, forecast.until] : usage.times, yMax: scales.open, ...xRange(recording, scales, forecast),
    summary: usageSummary(recording),
    paint: u => paintUsage(u, recording, scales, forecast),
  });
}

/** The dashed line from the last point towards the limit: of it as much is drawn as was recorded. */
function forecastOf(recording, scales) {
  const { usage } = recording;
  const at = recording.hasRecovered ? null : recording.fullAt();
  const limit = recording.softLimit();
  const from = usage.times.length - 1;
  const open = from < 0 ? null : usage.column("open")[from];
  if (at === null || limit === null || open === null || at <= usage.times[from]) return null;
  const until = Math.min(at, recording.end + scales.length);
  const value = open + (limit - open) * (until - usage.times[from]) / (at - usage.times[from]);
  return { from, until, value, at, reached: until === at };
}

function usageSummary(recording) {
  const { usage } = recording;
  const open = usage.column("open").filter(v => v !== null);
  if (open.length === 0) return "Nothing was counted.";
  return "From " + count(open[0]) + " to " + count(open[open.length - 1]) + " open descriptors, at most "
    + count(open.reduce((a, b) => Math.max(a, b))) + ", soft limit " + count(recording.softLimit()) + ", unidentified at the end "
    + count(usage.last("unidentified")) + ".";
}

function paintUsage(u, recording, scales, forecast) {
  const limit = recording.softLimit();
  if (limit !== null && !scales.far) {
    label(u, 6, u.valToPos(limit, "y") - 6, "soft limit " + count(limit), "--c-limit");
  }
  if (scales.far && limit !== null) {
    label(u, 6, 8, "soft limit " + count(limit) + " is far above this scale", "--c-limit");
  }
  const full = recording.full();
  const taken = [];
  if (full) upright(u, taken, { time: full.from, text: "full " + clock(full.from), ink: "--c-limit" });
  if (forecast) {
    upright(u, taken, { time: recording.end, text: "end of recording", ink: "--soft" });
    const text = "full " + (forecast.reached ? "" : "in about " + span(forecast.at - recording.end) + ", at ") + clock(forecast.at);
    if (forecast.reached) upright(u, taken, { time: forecast.at, text: text, ink: "--c-open" });
    else label(u, u.valToPos(forecast.until, "x") - 6, u.valToPos(forecast.value, "y") - 12, text, "--c-open", "right");
  }
  list(recording.data.alerts).forEach(alert => upright(u, taken, { time: alert.atMillis, text: clean(alert.level).slice(0, 30), ink: "--soft" }));
  inside(u, recording.usage.times, recording.usage.column("unidentified"), null, "unidentified sockets");
}

/** Text on the canvas, at css pixels of the plotting area. */
function label(u, x, y, text, ink, align) {
  const { ctx } = u;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.font = "600 " + 11 * ratio + "px Inter, system-ui, sans-serif";
  ctx.textAlign = align || "left";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4 * ratio;
  ctx.strokeStyle = color("--card");
  const left = u.bbox.left + x * ratio;
  const top = u.bbox.top + y * ratio;
  ctx.strokeText(text, left, top);
  ctx.fillStyle = color(ink);
  ctx.fillText(text, left, top);
  ctx.restore();
}

/** A layer's name in it, amidst where it is high, if there is room. */
function inside(u, times, tops, bottoms, text) {
  const high = (i, share) => (tops[i] ?? 0) - (bottoms ? bottoms[i] ?? 0 : 0) >= share;
  const most = times.reduce((max, time, i) => Math.max(max, (tops[i] ?? 0) - (bottoms ? bottoms[i] ?? 0 : 0)), 0);
  const where = times.map((time, i) => i).filter(i => high(i, most * .6));
  const at = where[Math.floor(where.length / 2)];
  if (!(most > 0)) return;
  const top = u.valToPos(tops[at], "y");
  const bottom = u.valToPos(bottoms ? bottoms[at] ?? 0 : 0, "y");
  const x = Math.min(u.valToPos(times[at], "x"), u.over.clientWidth - 4 - text.length * 3.2);
  if (bottom - top > 18) label(u, Math.max(x, text.length * 3.2), (top + bottom) / 2 + 4, text, "--ink", "center");
}

/** An upright line at a time, its text on top where that place is not taken. */
function upright(u, taken, { time, text, ink }) {
  const x = u.valToPos(time, "x");
  const width = u.over.clientWidth;
  if (!(x >= 0 && x <= width + 1)) return;
  const { ctx } = u;
  ctx.save();
  ctx.strokeStyle = color(ink);
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(u.bbox.left + x * devicePixelRatio, u.bbox.top - 6 * devicePixelRatio);
  ctx.lineTo(u.bbox.left + x * devicePixelRatio, u.bbox.top + u.bbox.height);
  ctx.stroke();
  ctx.restore();
  const letters = text.length * 6.4;
  const fits = from => from >= -40 && from + letters <= width + 14 && !taken.some(([a, b]) => from < b && from + letters > a);
  const from = [x + 4, x - 4 - letters].find(fits);
  if (from === undefined) return;
  taken.push([from, from + letters]);
  label(u, from === x + 4 ? from : x - 4, -9, text, ink, from === x + 4 ? "left" : "right");
}

function growthView(recording, scales, yMax) {
  const { usage } = recording;
  const values = usage.times.map((time, i) => finite(list(object(recording.data.usage).growthPerMinute)[i]));
  if (values.every(value => value === null)) return note("How fast it grows is not known.", "That takes readings over half a minute or so.");
  return new TimeChart(recording, {
    title: "Growth, fds a minute", label: "Growth of open descriptors, a minute", height: 96, times: usage.times,
    ...xRange(recording, scales, forecastOf(recording, scales)),
    series: [{ name: "growth", values, color: "--c-growth", fill: "--sunk", width: 1.5, mark: "line", text: signed }],
    yMin: Math.min(0, ...values.map(v => v ?? 0)) * 1.1, yMax, summary: "At most " + count(Math.max(0, ...values.map(v => v ?? 0))) + " a minute.",
  }).node;
}

/** Layers one upon the other, the first at the bottom. */
function stacked(layers) {
  let below = layers.length > 0 ? layers[0].values.map(() => 0) : [];
  const series = layers.map(layer => {
    const bottoms = below;
    below = below.map((sum, i) => sum === null || layer.values[i] === null ? null : sum + layer.values[i]);
    return { ...layer, bottoms, tops: below, width: 1, fill: layer.hatch ? null : layer.color, mark: layer.hatch ? "hatch" : "block" };
  });
  return series.reverse();
}

function stackChart(recording, scales, spec) {
  const series = stacked(spec.layers);
  return new TimeChart(recording, {
    title: spec.title, label: spec.title + " over time, stacked", height: 210, series, times: spec.times, ...xRange(recording, scales),
    yMax: spec.yMax, paint: u => series.forEach(each => inside(u, spec.times, each.tops, each.bottoms, each.name)),
    summary: series.map(each => each.name + " " + count(lastKnown(each.values)) + " at the end").join(", "),
  });
}

const KINDS = [["files", "files", "--c-1"], ["pipes", "pipes", "--c-3"], ["anonInodes", "anon inodes", "--c-2"], ["others", "others", "--c-6"]];

function kindsChart(recording, scales) {
  const { usage } = recording;
  const unidentified = usage.column("unidentified");
  const identified = usage.column("sockets").map((n, i) => n === null ? null : Math.max(0, n - (unidentified[i] ?? 0)));
  const layers = [
    { name: "unidentified sockets", values: unidentified, color: "--c-unidentified", hatch: "--c-unidentified-bg" },
    { name: "other sockets", values: identified, color: "--c-5" },
    ...KINDS.filter(([key]) => usage.has(key)).map(([key, name, ink]) => ({ name, values: usage.column(key), color: ink })),
  ];
  return stackChart(recording, scales, { title: "Kinds", layers, times: usage.times, yMax: scales.sockets * 1.06 });
}

const STATE_COLORS = { ESTABLISHED: "--c-5", LISTEN: "--c-2", CLOSE_WAIT: "--c-4", SYN_SENT: "--c-3", TIME_WAIT: "--c-6" };
const STATE_NAMES = { FIN_WAIT_ONE: "FIN_WAIT1", FIN_WAIT_TWO: "FIN_WAIT2", SYN_RECEIVED: "SYN_RECV", UNIDENTIFIED: "unidentified", UDP_BOUND: "UDP bound", UDP_UNBOUND: "UDP unbound", UNIX: "unix-domain", OTHER: "other" };

function statesChart(recording, scales) {
  const counts = object(object(recording.data.states).counts);
  // UDP that is not bound is among the unidentified already.
  const names = Object.keys(counts).filter(name => name !== "UDP_UNBOUND" || !counts.UNIDENTIFIED).sort((a, b) => (b === "UNIDENTIFIED") - (a === "UNIDENTIFIED"));
  const spare = ["--c-1", "--c-7", "--c-3", "--c-8", "--c-6"];
  const layers = names.map((name, i) => ({
    name: STATE_NAMES[name] || clean(name).slice(0, 40), values: recording.states.times.map((t, at) => known(list(counts[name])[at])),
    color: name === "UNIDENTIFIED" ? "--c-unidentified" : STATE_COLORS[name] || spare[i % spare.length],
    hatch: name === "UNIDENTIFIED" ? "--c-unidentified-bg" : null,
  }));
  return stackChart(recording, scales, { title: "Socket states", layers, times: recording.states.times, yMax: scales.sockets * 1.06 });
}

function kernelChart(recording, scales, yMax) {
  const { kernel } = recording;
  const line = (name, key, ink, more) => ({ name, values: kernel.column(key), color: ink, width: 1.75, mark: "line", ...more });
  return new TimeChart(recording, {
    title: "TCP sockets of the host", label: "TCP sockets of the whole host over time", height: 210, times: kernel.times, ...xRange(recording, scales),
    yMax, series: [line("allocated", "tcpAllocated", "--c-open"), line("in use", "tcpInUse", "--c-2", { dash: [6, 3], mark: "dash" }),
      line("orphaned", "tcpOrphaned", "--c-held", { dash: [2, 2], mark: "dots" }), line("TIME_WAIT", "tcpTimeWait", "--c-6", { width: 1.25 })],
    summary: "Allocated but not in use is what no table of the kernel lists: " + count(kernel.last("tcpAllocated")) + " allocated, "
      + count(kernel.last("tcpInUse")) + " in use at the end.",
  });
}
