// Open descriptors against the limit.

/** Open against limit, with what is lost, and the forecast. */
function usageChart(recording, scales) {
  const { usage } = recording;
  const forecast = forecastOf(recording, scales);
  const pad = (values, last) => (forecast ? [...values, last ?? null] : values);
  const line = (name, values, ink, more) => ({ name, values: pad(values), color: ink, ...more });
  const open = usage.column("open");
  const series = [
    line("soft limit", usage.column("softLimit").map(limitOf), "--c-limit", { width: 2, mark: "line" }),
    line("open", open, "--c-open", { width: 2, fill: "--c-open-fill", mark: "line" }),
    line("unidentified", usage.column("unidentified"), "--c-unidentified", {
      hatch: "--c-unidentified-bg",
      mark: "hatch",
    }),
    line("held after close", usage.column("heldAfterClose"), "--c-held", { width: 1.5, dash: [2, 2], mark: "dots" }),
    line("headroom", usage.column("headroom").map(limitOf), "--c-8", {
      width: 0,
      mark: "gap",
      tops: pad(open.map(() => null)),
    }),
  ];
  if (forecast) {
    series[0].tops = pad(series[0].values.slice(0, -1), recording.softLimit());
    series.push({
      name: "forecast",
      color: "--c-open",
      width: 2,
      dash: [7, 6],
      quiet: true,
      values: [...usage.times.map((time, i) => (i === forecast.from ? open[i] : null)), forecast.value],
    });
  }
  return new TimeChart(recording, {
    title: "Open descriptors",
    label: "Open descriptors over time",
    height: 300,
    top: 26,
    series,
    times: forecast ? [...usage.times, forecast.until] : usage.times,
    yMax: scales.open,
    ...xRange(recording, scales, forecast),
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
  const value = open + ((limit - open) * (until - usage.times[from])) / (at - usage.times[from]);
  return { from, until, value, at, reached: until === at };
}

function usageSummary(recording) {
  const { usage } = recording;
  const open = usage.column("open").filter(v => v !== null);
  if (open.length === 0) return "Nothing was counted.";
  return (
    "From " +
    count(open[0]) +
    " to " +
    count(open[open.length - 1]) +
    " open descriptors, at most " +
    count(open.reduce((a, b) => Math.max(a, b))) +
    ", soft limit " +
    count(recording.softLimit()) +
    ", unidentified at the end " +
    count(usage.last("unidentified")) +
    "."
  );
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
    const text =
      "full " +
      (forecast.reached ? "" : "in about " + span(forecast.at - recording.end) + ", at ") +
      clock(forecast.at);
    if (forecast.reached) upright(u, taken, { time: forecast.at, text, ink: "--c-open" });
    else label(u, u.valToPos(forecast.until, "x") - 6, u.valToPos(forecast.value, "y") - 12, text, "--c-open", "right");
  }
  list(recording.data.alerts).forEach(alert =>
    upright(u, taken, { time: alert.atMillis, text: clean(alert.level).slice(0, 30), ink: "--soft" }),
  );
  inside(u, recording.usage.times, recording.usage.column("unidentified"), null, "unidentified sockets");
}
