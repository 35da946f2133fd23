// Light, dark, and the colours that canvases need by value.

const MEDIA = window.matchMedia("(prefers-color-scheme: dark)");
const repainted = [];
let paints = new Map();
let printing = false;

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return !printing && (chosen ? chosen === "dark" : MEDIA.matches);
}

/** What a custom property is at present: computed values are what canvases understand. */
function color(name) {
  if (!paints.has(name)) {
    const probe = el("span", { style: { color: "var(" + name + ")" } });
    document.body.append(probe);
    paints.set(name, getComputedStyle(probe).color);
    probe.remove();
  }
  return paints.get(name);
}

/** Stripes: unidentified sockets have them everywhere, so that they are known without their colour. */
function hatch(context, ink, ground) {
  const key = "hatch " + ink + ground;
  if (!paints.has(key)) {
    const size = 8;
    const tile = el("canvas", { width: size, height: size });
    const pen = tile.getContext("2d");
    pen.fillStyle = color(ground);
    pen.fillRect(0, 0, size, size);
    pen.strokeStyle = color(ink);
    pen.globalAlpha = 0.55;
    pen.lineWidth = 1.3;
    pen.beginPath();
    for (const at of [-size, 0, size]) {
      pen.moveTo(at - 1, size + 1);
      pen.lineTo(at + size + 1, -1);
    }
    pen.stroke();
    paints.set(key, context.createPattern(tile, "repeat"));
  }
  return paints.get(key);
}

function repaint() {
  paints = new Map();
  repainted.forEach(act => act());
}

function themeButton() {
  const toggle = button(
    "",
    () => {
      document.documentElement.dataset.theme = isDark() ? "light" : "dark";
      show();
      repaint();
    },
    { class: "theme" },
  );
  function show() {
    toggle.textContent = isDark() ? "\u2600 Light" : "\u263e Dark";
    toggle.setAttribute("aria-label", isDark() ? "Change to light" : "Change to dark");
  }
  MEDIA.addEventListener("change", () => {
    show();
    repaint();
  });
  show();
  return toggle;
}

// Paper is white, and everything on it is open.
window.addEventListener("beforeprint", () => {
  printing = true;
  document.documentElement.classList.add("printing");
  document.querySelectorAll("details:not([open]):not(.data)").forEach(each => {
    each.open = true;
    each.dataset.forPrint = "";
  });
  window.dispatchEvent(new Event("fdscope-print"));
  repaint();
});
window.addEventListener("afterprint", () => {
  printing = false;
  document.documentElement.classList.remove("printing");
  document.querySelectorAll("details[data-for-print]").forEach(each => {
    each.open = false;
    delete each.dataset.forPrint;
  });
  window.dispatchEvent(new Event("fdscope-print-over"));
  repaint();
});
