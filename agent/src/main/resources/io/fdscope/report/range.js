// The time range that is chosen in a chart: what is shown below follows it.

class Range {
  constructor() {
    this.chosen = null;
    this.followers = [];
  }

  /** Both ends in milliseconds, in any order. */
  choose(one, other) {
    this.chosen = { from: Math.min(one, other), to: Math.max(one, other) };
    this.tell();
  }

  clear() {
    if (this.chosen) {
      this.chosen = null;
      this.tell();
    }
  }

  follow(act) {
    this.followers.push(act);
  }

  tell() {
    this.followers.forEach(act => act(this.chosen));
  }
}

/** In words. */
function rangeText(recording) {
  const { chosen } = recording.range;
  if (!chosen) return "the whole recording, " + span(recording.end - recording.start);
  return clock(chosen.from) + " \u2013 " + clock(chosen.to) + ", " + span(chosen.to - chosen.from);
}

/** A line that tells the range, with a button to clear it; many may stand on one page. */
function rangeLine(recording) {
  const text = el("span", { class: "range-text" });
  const clear = button("Clear range", () => recording.range.clear(), { class: "range-clear" });
  const line = el("div", { class: "range" }, text, clear);
  const show = () => {
    const chosen = recording.range.chosen !== null;
    text.replaceChildren(el("span", { class: "hint" }, "Range: "), rangeText(recording));
    line.classList.toggle("chosen", chosen);
    clear.hidden = !chosen;
  };
  recording.range.follow(show);
  show();
  return line;
}
