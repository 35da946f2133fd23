// Elements. Text gets in as text only; there is no other way in here.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") Object.entries(value).forEach(([event, act]) => node.addEventListener(event, act));
    else if (name === "style") Object.entries(value).forEach(([property, v]) => node.style.setProperty(property, v));
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** An element with attributes (on: listeners, style: properties) and children: elements, or texts. */
function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function button(text, act, attributes) {
  return el("button", { type: "button", on: { click: act }, ...attributes }, text);
}

/** Buttons of which one is pressed. */
function choice(label, options, chosen, act) {
  const buttons = options.map(([value, text, disabled]) =>
    button(text, () => choose(value), {
      "data-value": value,
      "aria-pressed": String(value === chosen),
      disabled: disabled ? true : null,
    }),
  );
  function choose(value) {
    buttons.forEach(each => each.setAttribute("aria-pressed", String(each.dataset.value === value)));
    act(value);
  }
  return el("div", { class: "switch", role: "group", "aria-label": label }, buttons);
}

/** What is missing, and how to get it; in place of an empty chart or table. */
function note(what, how) {
  return el(
    "p",
    { class: "note" },
    el("b", {}, what),
    how ? [" ", marked(how, [[/-javaagent:\S+\.jar|trace=on|io\.fdscope\.\w+/, "code", "command"]])] : "",
  );
}

let lastId = 0;

function newId(prefix) {
  lastId += 1;
  return prefix + "-" + lastId;
}

/** Text in which parts are made code or strong: rules are [pattern, element name, class]. */
function marked(text, rules) {
  for (const [pattern, name, style] of rules) {
    const found = pattern && pattern.exec(text);
    if (found && found[0]) {
      const end = found.index + found[0].length;
      return [
        ...marked(text.slice(0, found.index), rules),
        el(name, { class: style }, name === "code" ? breakable(found[0]) : found[0]),
        ...marked(text.slice(end), rules),
      ];
    }
  }
  return [text];
}

/** A name that may be broken after its dots, where it has to be. */
function breakable(text) {
  return text.split(/(?<=[.(/:$])(?=\S)/).flatMap((part, i) => (i === 0 ? [part] : [el("wbr"), part]));
}

/** A name of the program, of a file or of a machine. */
function code(text, attributes) {
  return text ? el("code", attributes, breakable(clean(text))) : null;
}

function literal(text) {
  return text ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) : null;
}
