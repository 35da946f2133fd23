// Charts by keys and by finger.

/** Arrow keys move the cursor; with Shift they choose a range from where they began. */
class ChartKeys {
  constructor(chart) {
    this.chart = chart;
    this.index = null;
    this.anchor = null;
    chart.plot.addEventListener("keydown", event => this.press(event));
    chart.plot.addEventListener("blur", () => {
      this.index = null;
      chart.read(null);
    });
  }

  press(event) {
    if (event.key === "Escape") {
      this.anchor = null;
      this.chart.recording.range.clear();
      return;
    }
    const last = this.last();
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -last, End: last };
    if (!(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const before = this.index ?? (event.key === "ArrowLeft" ? last + 1 : -1);
    this.index = Math.min(last, Math.max(0, before + steps[event.key]));
    this.move(event.shiftKey, Math.min(last, Math.max(0, before)));
  }

  /** The last point that was measured: none of the forecast. */
  last() {
    const { times } = this.chart.spec;
    let i = times.length - 1;
    while (i > 0 && times[i] > this.chart.recording.end) i--;
    return i;
  }

  move(choosing, before) {
    const { chart, index } = this;
    const { times } = chart.spec;
    chart.u.setCursor({ left: chart.u.valToPos(times[index], "x"), top: 10 }, true, true);
    if (!choosing || chart.spec.readOnly) {
      this.anchor = null;
      chart.recording.live.textContent = chart.spoken(index);
      return;
    }
    this.anchor ??= before;
    chart.recording.range.choose(times[this.anchor], times[index]);
  }
}

/** A finger that moves sideways chooses, one that moves up or down scrolls. */
function chartTouch(u, range) {
  let from = null;
  const at = event => u.posToVal(event.clientX - u.over.getBoundingClientRect().left, "x");
  u.over.addEventListener("pointerdown", event => {
    from = event.pointerType === "touch" ? at(event) : null;
  });
  u.over.addEventListener("pointermove", event => {
    if (from !== null && Math.abs(at(event) - from) > 0) range.choose(from, at(event));
  });
  for (const end of ["pointerup", "pointercancel"]) {
    u.over.addEventListener(end, () => {
      from = null;
    });
  }
}
