// Two recordings: what differs.

function comparisonView(comparison, recordings) {
  const rows = list(comparison.differences).map(object);
  const important = rows.filter(row => row.weight !== "low");
  const rest = rows.filter(row => row.weight === "low");
  return el("div", { class: "card differences" },
    el("p", { class: "verdict-line" }, el("span", { class: "hint" }, "Two recordings, same scales: "),
      recordings.map(each => el("span", { class: "line" }, el("span", { class: "tag" }, each.tag), " ", each.name))),
    el("h1", { class: "summary" }, comparison.summary ? sentence(comparison.summary, "") : "Two recordings side by side"),
    important.length > 0 ? differencesTable(important, recordings) : null,
    rest.length > 0 ? el("details", {}, el("summary", {}, "What differs less, or not at all"), differencesTable(rest, recordings)) : null);
}

function differencesTable(rows, recordings) {
  return el("table", { class: "compared" }, el("caption", { class: "hidden" }, "What differs"),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "What"), recordings.map(each => el("th", { scope: "col" }, each.tag, el("span", { class: "hint" }, " " + each.name))))),
    el("tbody", {}, rows.map(row => el("tr", {}, el("th", { scope: "row" }, clean(row.what)), comparedCells(row)))));
}

/** Numbers with a bar, both on one scale. */
function comparedCells({ first, second }) {
  const most = Math.max(0, known(first) ?? 0, known(second) ?? 0);
  return [first, second].map(value => {
    const n = finite(value);
    if (n === null) return el("td", {}, clean(value) || "\u2013");
    return el("td", {}, el("span", { class: "compared-number" }, count(n)),
      el("span", { class: "bar-line", "aria-hidden": "true" }, el("i", { class: "bar-fine", style: { width: (most ? Math.max(0, n) / most * 100 : 0) + "%" } })));
  });
}
