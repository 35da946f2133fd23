// Numbers, times, names and foreign text, as they are shown.

const NARROW = "\u202f";
const MOST_TEXT = 600;
const NAMED = {
  "\u0000": "NUL",
  "\u001b": "ESC",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u202a": "LRE",
  "\u202b": "RLE",
  "\u202c": "PDF",
  "\u202d": "LRO",
  "\u202e": "RLO",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
};

/** Text of the recording with nothing in it that acts: what controls or cannot be seen is shown by its name or number. */
function clean(text) {
  let s = text === null || text === undefined ? "" : String(text);
  const length = s.length;
  if (length > MOST_TEXT) s = s.slice(0, MOST_TEXT);
  s = s
    .replace(/[\t\n\r\u2028\u2029]+/g, " ")
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/gu,
      c => "\u2039" + (NAMED[c] || "U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")) + "\u203a",
    );
  return length > MOST_TEXT ? s + "\u2026 (" + count(length) + " characters)" : s;
}

/** A number that is known, else null: -1 and what is no number are not known. */
function known(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}

/** Growth may be below 0. */
function finite(value) {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** A limit, null where there is none to speak of. */
function limitOf(value) {
  const limit = known(value);
  return limit === null || limit >= 2147483647 ? null : limit;
}

function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, NARROW);
}

/** 4,061 with a thin space; a dash where it is not known. */
function count(value) {
  const n = finite(value);
  if (n === null) return "\u2013";
  return (n < 0 ? "\u2212" : "") + grouped(String(Math.round(Math.abs(n))));
}

function signed(value) {
  const n = finite(value);
  return n === null ? "\u2013" : (Math.round(n) > 0 ? "+" : "") + count(n);
}

/** Sentences of the verdict, their numbers grouped as all others here. */
function prose(text) {
  return clean(text).replace(/(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w,])/g, n => n.replaceAll(",", NARROW));
}

function percent(part, whole) {
  if (!whole) return "\u2013";
  const p = (part / whole) * 100;
  return (p >= 99.95 || p === 0 ? p.toFixed(0) : p >= 99 || p < 10 ? p.toFixed(1) : p.toFixed(0)) + NARROW + "%";
}

function bytes(value) {
  const n = known(value);
  if (n === null) return "\u2013";
  if (n < 1000) return n + NARROW + "B";
  const step = Math.min(3, Math.floor(Math.log10(n) / 3));
  return (n / 1000 ** step).toPrecision(3) + NARROW + ["B", "kB", "MB", "GB"][step];
}

const SPANS = [
  [86400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
];

/** Two units at most: 3 min 20 s. */
function span(millis) {
  const ms = known(millis);
  if (ms === null) return "\u2013";
  if (ms < 1000) return (ms < 10 && ms > 0 ? ms.toFixed(1) : Math.round(ms)) + NARROW + "ms";
  if (ms < 9950) return (ms / 1000).toFixed(1).replace(/\.0$/, "") + NARROW + "s";
  let rest = Math.round(ms / 1000);
  const first = SPANS.findIndex(([seconds]) => rest >= seconds);
  return SPANS.slice(first, first + 2)
    .map(([seconds, unit]) => {
      const n = Math.floor(rest / seconds);
      rest -= n * seconds;
      return n > 0 ? n + NARROW + unit : "";
    })
    .filter(Boolean)
    .join(" ");
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const MINUTES = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

function dated(format, millis) {
  const ms = finite(millis);
  return ms === null || Math.abs(ms) > 8.64e15 ? "\u2013" : format.format(ms);
}

const LONG_CLOCK = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

let isLong = false; // a recording of more than most of a day: times are told with their date

const clock = millis => dated(isLong ? LONG_CLOCK : CLOCK, millis);
const day = millis => dated(DAY, millis);

/** The viewer's zone, with its distance to UTC at that time. */
function zone(millis) {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone || "local";
  const parts = new Intl.DateTimeFormat("en-GB", { timeZoneName: "shortOffset" }).formatToParts(millis || 0);
  const offset = parts.find(part => part.type === "timeZoneName").value.replace("GMT", "UTC");
  return name === offset ? name : name + " (" + offset + ")";
}

/** How a count is told: 1 socket, 2 sockets. */
function counted(n, one, many) {
  return count(n) + " " + (n === 1 ? one : many || one + "s");
}

/** A frame's package, class, method and place; texts of another form are all class. */
function frameParts(frame) {
  const paren = frame.indexOf("(");
  const place = paren < 0 ? "" : frame.slice(paren);
  const dotted = paren < 0 ? frame : frame.slice(frame.lastIndexOf("/", paren) + 1, paren);
  const toMethod = dotted.lastIndexOf(".");
  const toType = dotted.lastIndexOf(".", toMethod - 1);
  if (toMethod < 1) return { pack: "", type: dotted, method: "", place };
  return {
    pack: dotted.slice(0, Math.max(0, toType)),
    type: dotted.slice(toType + 1, toMethod),
    method: dotted.slice(toMethod + 1),
    place,
  };
}

const JDK = /^(?:(?:java|jdk|sun|com\.sun)\.|javax\.(?:net|management|naming|security|sql|crypto|xml)\.|java\.base\/)/;

function isJdk(frame) {
  return JDK.test(frame);
}

function initials(pack) {
  return pack
    .split(".")
    .map(part => part.slice(0, 1))
    .join(".");
}

/** From the longest to the shortest. */
function frameForms(frame) {
  const { pack, type, method, place } = frameParts(frame);
  const short = method ? type + "." + method : type;
  const dotted = pack ? pack + "." + short : short;
  return [dotted + place, dotted, pack ? initials(pack) + "." + short : short, short, method || type];
}
