// One chart over time, on uPlot: mouse, touch and keys choose a range in it, and its figures can be had as a table.

const MOST_ROWS = 120;
const MINUTE = 60000;
const TIME_STEPS = [
  1000,
  2000,
  5000,
  10000,
  15000,
  30000,
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 43200, 525600].map(n => n * MINUTE),
];
const FONT = "11px Inter, system-ui, sans-serif";

/**
 * spec: title, label, height, times (elapsed: since the beginning), xMin, xMax, yMin, yMax, summary, paint(u): drawn on
 * top, readOnly: no range is chosen here, series: [{name, values, tops: where they are drawn if elsewhere, color, fill,
 * hatch, dash, width, mark: of the legend, text: of a value, quiet: not in legend and table}].
 */
class TimeChart {
  constructor(recording, spec) {
    this.recording = recording;
    this.spec = spec;
    this.plot = el("div", {
      class: "plot",
      tabindex: "0",
      role: "application",
      "aria-label":
        spec.label +
        (spec.readOnly
          ? ". Arrow keys read it."
          : ". Arrow keys read it, with Shift they choose a time range, Escape clears it."),
    });
    this.when = el("span", { class: "when" });
    this.figures = spec.series.map(() => el("b", {}));
    this.node = el(
      "figure",
      { class: "chart" },
      this.head(),
      this.plot,
      el("p", { class: "hidden" }, spec.summary || ""),
      dataTable(spec),
    );
    this.keys = new ChartKeys(this);
    this.read(null);
    recording.range.follow(() => this.select());
    repainted.push(() => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.plot);
  }

  head() {
    const items = this.spec.series.map((series, i) =>
      series.quiet
        ? null
        : el(
            "li",
            {},
            el("i", { class: "swatch " + (series.mark || "block"), style: { "--c": "var(" + series.color + ")" } }),
            series.name,
            " ",
            this.figures[i],
          ),
    );
    return el(
      "figcaption",
      {},
      el("span", { class: "chart-title" }, this.spec.title),
      el("ul", { class: "legend" }, items),
      this.when,
    );
  }

  draw() {
    const width = printing ? this.spec.printWidth || 680 : this.plot.clientWidth;
    if (width < 40) return;
    if (this.u && this.drawn === width + ":" + color("--ink")) return;
    this.drawn = width + ":" + color("--ink");
    if (this.u) this.u.destroy();
    const data = [this.spec.times, ...this.spec.series.map(series => series.tops || series.values)];
    this.u = new uPlot(chartOptions(this, width), data, this.plot);
    chartTouch(this.u, this.recording.range);
    this.select();
  }

  /** The chosen range as it is to be seen here. */
  select() {
    if (!this.u) return;
    const chosen = this.recording.range.chosen;
    const left = chosen ? Math.max(0, this.u.valToPos(chosen.from, "x")) : 0;
    const right = chosen ? Math.min(this.u.over.clientWidth, this.u.valToPos(chosen.to, "x")) : 0;
    this.u.setSelect({ left, width: Math.max(0, right - left), top: 0, height: this.u.over.clientHeight }, false);
  }

  /** Figures at a point, or the last ones known. */
  read(index) {
    this.spec.series.forEach((series, i) => {
      const value = index === null ? lastKnown(series.values) : series.values[index];
      this.figures[i].textContent = value === null || value === undefined ? "\u2013" : (series.text || count)(value);
    });
    const time = index === null ? null : this.spec.times[index];
    this.when.textContent =
      time === null
        ? "at the end"
        : timeText(this.spec, time) + (this.spec.elapsed ? "" : " \u00b7 +" + span(time - this.recording.start));
  }

  /** What a screen reader says at a point. */
  spoken(index) {
    const values = this.spec.series
      .filter(series => !series.quiet && series.values[index] !== null)
      .map(series => series.name + " " + count(series.values[index]));
    return timeText(this.spec, this.spec.times[index]) + ": " + values.join(", ");
  }
}

function timeText(spec, time) {
  return spec.elapsed ? "+" + span(time) : clock(time);
}

function chartOptions(chart, width) {
  const { spec, recording } = chart;
  return {
    width,
    height: spec.height,
    ms: 1,
    legend: { show: false },
    padding: [spec.top || 10, spec.right || 28, 0, 0],
    cursor: {
      y: false,
      points: { size: 6 },
      drag: { x: !spec.readOnly, y: false, setScale: false },
      sync: { key: "at" + recording.tag, scales: ["x", null] },
    },
    scales: { x: { time: true, range: [spec.xMin, spec.xMax] }, y: { range: [spec.yMin || 0, spec.yMax] } },
    axes: [timeAxis(spec), countAxis(spec)],
    series: [{}, ...spec.series.map(chartSeries)],
    hooks: {
      setSelect: [u => chosen(u, recording)],
      setCursor: [u => chart.read(u.cursor.left >= 0 ? (u.cursor.idx ?? null) : null)],
      draw: [u => spec.paint && spec.paint(u)],
    },
  };
}

/** What was dragged over; less than that is a click. */
function chosen(u, recording) {
  const { left, width } = u.select;
  if (width < 3) return;
  recording.range.choose(
    Math.max(recording.start, u.posToVal(left, "x")),
    Math.min(recording.end, u.posToVal(left + width, "x")),
  );
}

function chartSeries(series) {
  return {
    label: series.name,
    stroke: () => color(series.color),
    width: series.width ?? 1,
    dash: series.dash,
    fill: u => (series.hatch ? hatch(u.ctx, series.color, series.hatch) : series.fill ? color(series.fill) : null),
    points: { show: false },
  };
}

function axis(more) {
  return {
    stroke: () => color("--soft"),
    font: FONT,
    ticks: { show: false },
    grid: { stroke: () => color("--line"), width: 1 },
    ...more,
  };
}

function timeAxis(spec) {
  const long = spec.xMax - spec.xMin > 2 * 86400000;
  const format = long ? SHORT_DAY : spec.xMax - spec.xMin > 20 * 60000 ? MINUTES : CLOCK;
  return axis({
    incrs: TIME_STEPS,
    size: 24,
    gap: 4,
    space: 64,
    grid: { show: false },
    values: (u, ticks) => ticks.map(tick => (spec.elapsed ? "+" + span(tick) : dated(format, tick))),
  });
}

function countAxis(spec) {
  return axis({
    size: 50,
    gap: 6,
    space: spec.height > 150 ? 44 : 28,
    incrs: [
      1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1e3, 2e3, 2500, 5e3, 1e4, 2e4, 25e3, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6,
      5e6, 1e7, 1e8,
    ],
    values: (u, ticks) => ticks.map(count),
  });
}

/** The figures as a table, made when it is opened. */
function dataTable(spec) {
  const details = el(
    "details",
    { class: "data" },
    el("summary", {}, "Figures", el("span", { class: "hidden" }, " of " + spec.title)),
  );
  details.addEventListener("toggle", () => {
    if (!details.open || details.querySelector("table")) return;
    const series = spec.series.filter(each => !each.quiet);
    const step = Math.max(1, Math.ceil(spec.times.length / MOST_ROWS));
    const rows = spec.times
      .map((time, i) => i)
      .filter(i => i % step === 0 || i === spec.times.length - 1)
      .filter(i => series.some(each => each.values[i] !== null));
    details.append(
      el(
        "div",
        { class: "scroll", tabindex: "0", role: "region", "aria-label": "Figures of " + spec.title },
        el(
          "table",
          { class: "figures" },
          el("caption", {}, step > 1 ? "One of " + step + " points" : "Every point"),
          el(
            "thead",
            {},
            el(
              "tr",
              {},
              el("th", { scope: "col" }, "Time"),
              series.map(each => el("th", { scope: "col" }, each.name)),
            ),
          ),
          el(
            "tbody",
            {},
            rows.map(i =>
              el(
                "tr",
                {},
                el("th", { scope: "row" }, timeText(spec, spec.times[i])),
                series.map(each => el("td", {}, count(each.values[i]))),
              ),
            ),
          ),
        ),
      ),
    );
  });
  return details;
}
