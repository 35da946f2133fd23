// What is written onto charts.

/** Text on the canvas, at css pixels of the plotting area. */
function label(u, x, y, text, ink, align) {
  const { ctx } = u;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.font = "600 " + 11 * ratio + "px Inter, system-ui, sans-serif";
  ctx.textAlign = align || "left";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4 * ratio;
  ctx.strokeStyle = color("--card");
  const left = u.bbox.left + x * ratio;
  const top = u.bbox.top + y * ratio;
  ctx.strokeText(text, left, top);
  ctx.fillStyle = color(ink);
  ctx.fillText(text, left, top);
  ctx.restore();
}

/** A layer's name in it, amidst where it is high, if there is room. */
function inside(u, times, tops, bottoms, text) {
  const heights = times.map((time, i) => (tops[i] ?? 0) - (bottoms?.[i] ?? 0));
  const most = heights.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return;
  const where = [...heights.keys()].filter(i => heights[i] >= most * 0.6);
  const at = where[Math.floor(where.length / 2)];
  const top = u.valToPos(tops[at], "y");
  const bottom = u.valToPos(bottoms?.[at] ?? 0, "y");
  const x = Math.min(u.valToPos(times[at], "x"), u.over.clientWidth - 4 - text.length * 3.2);
  if (bottom - top > 18) label(u, Math.max(x, text.length * 3.2), (top + bottom) / 2 + 4, text, "--ink", "center");
}

/** An upright line at a time, its text on top where that place is not taken. */
function upright(u, taken, { time, text, ink }) {
  const x = u.valToPos(time, "x");
  const width = u.over.clientWidth;
  if (!(x >= 0 && x <= width + 1)) return;
  const { ctx } = u;
  ctx.save();
  ctx.strokeStyle = color(ink);
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(u.bbox.left + x * devicePixelRatio, u.bbox.top - 6 * devicePixelRatio);
  ctx.lineTo(u.bbox.left + x * devicePixelRatio, u.bbox.top + u.bbox.height);
  ctx.stroke();
  ctx.restore();
  const letters = text.length * 6.4;
  const fits = from =>
    from >= -40 && from + letters <= width + 14 && !taken.some(([a, b]) => from < b && from + letters > a);
  const from = [x + 4, x - 4 - letters].find(fits);
  if (from === undefined) return;
  taken.push([from, from + letters]);
  label(u, from === x + 4 ? from : x - 4, -9, text, ink, from === x + 4 ? "left" : "right");
}
