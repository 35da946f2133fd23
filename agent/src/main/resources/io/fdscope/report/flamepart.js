// The flame graph with what is around it: weight, search, zoom, and what a frame is.

function flameView(recording) {
  if (recording.creations.length === 0) {
    return note(
      "No creation of a socket is in this recording.",
      "They come with the event io.fdscope.SocketOpened: fdscope has to be in the process, with trace=on.",
    );
  }
  return new FlamePart(recording).node;
}

/** Whether a suspect stood then. */
function hasSuspect(verdict) {
  return list(object(verdict).suspects).some(each => object(each).state !== "cleared");
}

class FlamePart {
  constructor(recording) {
    this.recording = recording;
    this.heads = new Set(recording.suspects.filter(each => each.state !== "cleared").map(each => clean(each.site)));
    this.isOpenKnown = recording.creations.some(item => Array.isArray(item.stillOpen));
    this.weight =
      this.isOpenKnown &&
      (!recording.hasRecovered || (!hasSuspect(recording.verdict) && hasSuspect(recording.last))) &&
      recording.creations.some(item => total(item.stillOpen) + (known(item.openBefore) ?? 0) > 0)
        ? "stillOpen"
        : "created";
    this.folded = false;
    this.search = el("input", {
      type: "search",
      placeholder: "Search frames",
      "aria-label": "Search frames",
      spellcheck: "false",
      maxlength: "300",
    });
    this.result = el("span", { class: "result", role: "status", "aria-live": "polite" });
    this.total = el("p", { class: "flame-total", role: "status", "aria-live": "polite" });
    this.whole = button("Whole graph", () => this.flame.zoom(this.tree), { hidden: true });
    this.tip = el("div", { class: "tip", hidden: true });
    this.flame = new Flame(this.heads, (node, element) => this.tell(node, element));
    this.flame.onZoom = node => {
      this.whole.hidden = node === this.tree;
    };
    this.search.addEventListener("input", () => this.find());
    this.search.addEventListener("keydown", event => event.key === "Escape" && this.clearSearch());
    this.node = el(
      "div",
      { class: "card flame-part" },
      this.tools(),
      this.total,
      this.flame.node,
      this.legend(),
      this.known(),
      this.tip,
    );
    recording.seek = frame => this.seek(frame);
    recording.range.follow(() => this.show());
    repainted.push(() => this.flame.layout());
    this.show();
  }

  tools() {
    return el(
      "div",
      { class: "tools" },
      choice(
        "Weight",
        [
          ["stillOpen", "Still open", !this.isOpenKnown],
          ["created", "Created"],
        ],
        this.weight,
        value => {
          this.weight = value;
          this.show();
        },
      ),
      choice(
        "Frames of the JDK",
        [
          ["shown", "JDK shown"],
          ["folded", "JDK folded"],
        ],
        "shown",
        value => {
          this.folded = value === "folded";
          this.show();
        },
      ),
      el("div", { class: "search" }, this.search, this.result),
      this.whole,
      rangeLine(this.recording),
    );
  }

  show() {
    this.tree = creationTree(this.recording, this.weight, this.folded);
    this.whole.hidden = true;
    this.total.replaceChildren(el("b", {}, counted(this.tree.weight, "socket")), this.totalText(), ...this.compared());
    this.flame.node.hidden = this.tree.weight === 0;
    this.flame.show(this.tree, null);
    this.find();
  }

  totalText() {
    const { before } = this.tree;
    if (before > 0)
      return (
        " open at the end, " + (before < this.tree.weight ? count(before) + " of them" : "all") + " older than the recording"
      );
    return " created in " + rangeText(this.recording) + (this.weight === "stillOpen" ? ", and still open at the end" : "");
  }

  /** Side by side: how many there are on the scale of both. */
  compared() {
    const { peers } = this.recording;
    if (peers.length < 2) return [];
    const most = Math.max(
      1,
      ...peers.map(each =>
        each.creations.reduce((sum, item) => sum + total(item[this.weight]) + olderThan(each, item, this.weight), 0),
      ),
    );
    return [
      el(
        "span",
        { class: "bar-line", "aria-hidden": "true" },
        el("i", { class: "bar-fine", style: { width: (this.tree.weight / most) * 100 + "%" } }),
      ),
    ];
  }

  find() {
    const found = searchTree(this.tree, this.search.value);
    this.flame.mark(found);
    const text = this.search.value.trim();
    this.result.textContent = !text
      ? ""
      : found.nodes.size === 0
        ? "no frame matches"
        : count(found.weight) +
          " of " +
          count(this.tree.weight) +
          ", " +
          percent(found.weight, this.tree.weight) +
          ", in " +
          counted(found.frames.size, "frame");
  }

  /** From elsewhere on the page: where a site is in the graph. */
  seek(frame) {
    this.search.value = frameForms(frame)[1];
    this.find();
    this.node.scrollIntoView({ block: "start" });
    this.search.focus({ preventScroll: true });
  }

  clearSearch() {
    this.search.value = "";
    this.find();
  }

  /** A line at the frame that is pointed at or has the focus. */
  tell(node, element) {
    this.tip.hidden = !node;
    if (!node) return;
    this.tip.replaceChildren(
      el("code", {}, node.parent ? node.frame : "all creation stacks"),
      el(
        "span",
        {},
        counted(node.weight, "socket") +
          ", " +
          percent(node.weight, this.tree.weight) +
          " of all" +
          (node.own > 0 && node.children.length > 0 ? "; " + count(node.own) + " end here" : "") +
          (this.heads.has(node.frame) ? " \u00b7 site of a suspect" : ""),
      ),
    );
    const frame = element.getBoundingClientRect();
    const part = this.node.getBoundingClientRect();
    const left = Math.min(Math.max(8, frame.left - part.left), Math.max(8, part.width - this.tip.offsetWidth - 8));
    this.tip.style.left = left + "px";
    this.tip.style.top = frame.bottom - part.top + 4 + "px";
  }

  legend() {
    const key = (style, text) => el("li", {}, el("i", { class: "swatch block " + style }), text);
    return el(
      "ul",
      { class: "legend keys" },
      this.heads.size > 0 ? key("k-head", "\u25c6 site of a suspect") : null,
      key("k-app", "application and libraries, tinted by package"),
      key("k-jdk", "JDK"),
      key("k-match", "found"),
      el("li", { class: "hint" }, "Outermost frame on top. Click or Enter zooms, Escape shows all, arrow keys walk."),
    );
  }

  known() {
    const creations = object(this.recording.data.creations);
    const left = known(creations.leftOut) ?? 0;
    const lines = [
      prose(creations.known),
      left > 0 ? counted(left, "socket") + " of other stacks left out: those with the fewest." : "",
      this.isOpenKnown ? "" : "Which of them are still open is not in this recording.",
    ];
    return el("p", { class: "hint" }, lines.filter(Boolean).join(" "));
  }
}
