// The flame graph, hanging: each frame an element. Only rows in sight are made, and nothing narrower than can be seen.

const ROW = 20;
const NARROWEST = 3;
const LETTER = 6.65; // width of one of the monospaced letters at 11 px

class Flame {
  /** heads: frames that are a suspect's site; told: what to do when a frame is looked at, null when no more. */
  constructor(heads, told) {
    this.heads = heads;
    this.told = told;
    this.canvas = el("div", {
      class: "flame-rows",
      role: "tree",
      "aria-label": "Creation stacks, outermost frame first",
    });
    this.rest = el("div", { class: "flame-rest", "aria-hidden": "true" });
    this.node = el("div", { class: "flame" }, this.canvas, this.rest);
    this.root = null;
    this.focus = null; // the node whose element Tab leads to
    this.elements = new Map();
    this.node.addEventListener("scroll", () => requestAnimationFrame(() => this.rows()));
    new ResizeObserver(() => this.layout()).observe(this.node);
    for (const [event, act] of Object.entries(this.listeners())) this.canvas.addEventListener(event, act);
    for (const event of ["fdscope-print", "fdscope-print-over"]) window.addEventListener(event, () => this.layout());
  }

  listeners() {
    const nodeOf = event => {
      const frame = event.target.closest(".fr");
      return frame ? frame.treeNode : null;
    };
    return {
      click: event => nodeOf(event) && this.zoom(nodeOf(event)),
      mousemove: event => this.told(nodeOf(event), event.target.closest(".fr")),
      mouseleave: () => this.told(null),
      focusin: event => {
        this.focus = nodeOf(event) || this.focus;
        this.told(nodeOf(event), event.target.closest(".fr"));
      },
      focusout: () => this.told(null),
      keydown: event => this.press(event),
    };
  }

  show(root, found) {
    this.root = root;
    this.found = found;
    this.zoomed = root;
    this.focus = root;
    this.layout();
  }

  mark(found) {
    this.found = found;
    this.layout();
  }

  zoom(node) {
    this.zoomed = node;
    this.focus = node;
    this.layout();
    this.focusOn(node);
    if (this.onZoom) this.onZoom(node);
  }

  /** Where each frame lies: those above the zoomed one are as wide as all. */
  layout() {
    const width = printing ? 680 : this.canvas.clientWidth;
    if (!this.root || width < 40) return;
    this.levels = [];
    for (let node = this.zoomed.parent; node; node = node.parent) this.place(node, 0, width, true);
    this.spread(this.zoomed, 0, width);
    this.canvas.style.height = this.levels.length * ROW + "px";
    this.canvas.replaceChildren();
    this.rest.replaceChildren();
    this.elements.clear();
    this.rows();
  }

  place(node, x, width, above) {
    (this.levels[node.depth] ??= []).push({ node, x, width, above });
  }

  spread(node, x, width) {
    this.place(node, x, width, false);
    let left = x;
    let hidden = 0;
    let rest = 0; // they are the last ones, for the largest come first
    for (const child of node.children) {
      const wide = (width * child.weight) / node.weight;
      if (wide >= NARROWEST) this.spread(child, left, wide);
      else {
        hidden += 1;
        rest += wide;
      }
      left += wide;
    }
    if (hidden > 0) this.place({ few: hidden, depth: node.depth + 1 }, x + width - rest, rest, false);
  }

  rows() {
    if (!this.levels) return;
    const first = printing ? 0 : Math.floor(this.node.scrollTop / ROW) - 3;
    const last = printing ? this.levels.length : first + this.node.clientHeight / ROW + 6;
    const fragment = document.createDocumentFragment();
    for (const [node, element] of this.elements) {
      if ((node.depth < first || node.depth > last) && element !== document.activeElement) {
        element.remove();
        this.elements.delete(node);
      }
    }
    for (let depth = Math.max(0, first); depth <= Math.min(last, this.levels.length - 1); depth++) {
      list(this.levels[depth])
        .filter(box => !this.elements.has(box.node))
        .forEach(box => (box.node.few ? this.few(box) : fragment.append(this.element(box))));
    }
    this.canvas.append(fragment);
  }

  /** Frames that are too narrow to be shown, as one. */
  few({ node, x, width }) {
    const element = el("div", {
      class: "few",
      title: counted(node.few, "frame") + " too narrow to be shown: zoom in",
      style: { left: x + "px", width: Math.max(1, width - 1) + "px", top: node.depth * ROW + "px" },
    });
    this.elements.set(node, element);
    this.rest.append(element);
  }

  element({ node, x, width, above }) {
    const letters = Math.floor((width - 7) / LETTER);
    const element = el(
      "div",
      {
        class: this.style(node, above),
        role: "treeitem",
        tabindex: node === this.focus ? "0" : "-1",
        "aria-level": String(node.depth + 1),
        "aria-label": this.spoken(node),
        "aria-expanded": node.children.length > 0 ? "true" : null,
        style: { left: x + "px", width: Math.max(1, width - 1) + "px", top: node.depth * ROW + "px" },
      },
      this.text(node, letters),
    );
    element.treeNode = node;
    this.elements.set(node, element);
    return element;
  }

  style(node, above) {
    const styles = ["fr"];
    if (!node.parent) styles.push("all");
    else if (this.heads.has(node.frame)) styles.push("head");
    else if (isJdk(node.frame)) styles.push("jdk");
    else styles.push("f" + tint(node.frame));
    if (above) styles.push("above");
    if (this.found && this.found.nodes.size > 0) styles.push(this.found.nodes.has(node) ? "match" : "other");
    return styles.join(" ");
  }

  text(node, letters) {
    if (letters < 2) return "";
    if (!node.parent) return "all \u00b7 " + count(node.weight);
    const mark = this.heads.has(node.frame) ? "\u25c6 " : "";
    const forms = frameForms(node.frame);
    const fits = forms.find(form => form.length + mark.length <= letters);
    return mark + (fits || (letters > 4 ? forms[4].slice(0, letters - 1 - mark.length) + "\u2026" : ""));
  }

  spoken(node) {
    return (
      (node.parent ? node.frame : "all") +
      ", " +
      count(node.weight) +
      ", " +
      percent(node.weight, this.root.weight) +
      (this.heads.has(node.frame) ? ", site of a suspect" : "")
    );
  }

  focusOn(node) {
    if (node.depth * ROW < this.node.scrollTop) this.node.scrollTop = node.depth * ROW;
    const below = (node.depth + 1) * ROW - this.node.clientHeight;
    if (below > this.node.scrollTop) this.node.scrollTop = below;
    this.rows();
    const before = this.elements.get(this.focus);
    if (before) before.tabIndex = -1;
    const element = this.elements.get(node);
    if (!element) return;
    this.focus = node;
    element.tabIndex = 0;
    element.focus({ preventScroll: true });
  }

  press(event) {
    const { focus } = this;
    const shown = node =>
      node && this.levels[node.depth] && this.levels[node.depth].some(box => box.node === node) ? node : null;
    const beside = step => {
      const row = this.levels[focus.depth].filter(box => !box.node.few);
      const box = row[row.findIndex(each => each.node === focus) + step];
      return box ? box.node : null;
    };
    const moves = {
      ArrowUp: () => focus.parent,
      ArrowDown: () => focus.children.find(shown),
      ArrowLeft: () => beside(-1),
      ArrowRight: () => beside(1),
    };
    if (event.key === "Enter" || event.key === " ") this.zoom(focus);
    else if (event.key === "Escape") this.zoom(this.root);
    else if (event.key in moves) {
      const to = moves[event.key]();
      if (to) this.focusOn(to);
    } else return;
    event.preventDefault();
  }
}

/** One of six tints for a package: its first three names. */
function tint(frame) {
  const name = frameParts(frame).pack.split(".").slice(0, 3).join(".");
  let sum = 7;
  for (let i = 0; i < name.length; i++) sum = (sum * 31 + name.charCodeAt(i)) >>> 0;
  return sum % 6;
}
