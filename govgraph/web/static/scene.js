// Draws things and bundles of facts, on a canvas or as SVG: one list of shapes serves both.

const FONT = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
// Texts are drawn where there is room, the best known things' first: so many names, and labels of lines while there are few.
export const NAMED = 240;
const TOLD = 120;
const SHORT = 11;

export const radius = (thing) => 7 + Math.min(13, Math.sqrt(thing.degree) * 1.3);
const short = (text) => (text.length > SHORT ? text.slice(0, SHORT) + "…" : text);

// Facts between the same two things are one line; a bundle keeps them all.
export function bundles(facts) {
  const found = new Map();
  for (const fact of facts) {
    const ends = [fact.source.id, fact.target.id];
    const key = [...ends].sort().join("\u0000");
    const bundle = found.get(key) ?? { id: key, source: fact.source, target: fact.target, facts: [], ways: new Set() };
    bundle.facts.push(fact);
    bundle.ways.add(fact.source.id === bundle.source.id ? "there" : "back");
    found.set(key, bundle);
  }
  return [...found.values()];
}

// Where texts stand already: boxes in cells, so that a new one is held against its neighbours only.
class Room {
  constructor(cell) { this.cell = cell; this.cells = new Map(); }

  *near([left, top, right, bottom]) {
    for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x++)
      for (let y = Math.floor(top / this.cell); y <= Math.floor(bottom / this.cell); y++) yield `${x},${y}`;
  }

  take(box) {
    for (const key of this.near(box)) {
      const there = this.cells.get(key);
      if (there) there.push(box);
      else this.cells.set(key, [box]);
    }
  }

  free([left, top, right, bottom]) {
    for (const key of this.near([left, top, right, bottom]))
      for (const [l, t, r, b] of this.cells.get(key) ?? []) if (left < r && l < right && top < b && t < bottom) return false;
    return true;
  }
}

const wide = (text, size) => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? 0.6 : 1), 0) * size;
const around = (x, y, text, size) => { const half = wide(text, size) / 2; return [x - half, y - size, x + half, y + size * 0.25]; };

// Shapes in the plane of the layout: lines first, then discs, then texts. Far away, dots and texts keep the least size
// that can be seen; with `seen` (left, top, right, bottom) what lies outside is left out.
export function shapes(things, lines, look, scale, chosen, seen = [-Infinity, -Infinity, Infinity, Infinity], most = NAMED) {
  const drawn = [], texts = [];
  const far = Math.min(1, scale), size = 11 / far, small = 9.5 / far;
  const [left, top, right, bottom] = seen;
  const inside = (x, y) => x > left - 20 && x < right + 20 && y > top - 20 && y < bottom + 20;
  const seenRadius = (thing) => Math.max(radius(thing), 3.5 / far);
  const near = new Set();
  if (chosen) for (const line of lines) if (line.source === chosen || line.target === chosen) near.add(line.source).add(line.target);
  const told = [];
  for (const line of lines) {
    const { source: a, target: b } = line;
    if (Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > right || Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > bottom) continue;
    const strong = chosen === line || chosen === a || chosen === b;
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const ux = (b.x - a.x) / length, uy = (b.y - a.y) / length;
    const ra = seenRadius(a) + 1, rb = seenRadius(b) + 1;
    const x1 = a.x + ux * ra, y1 = a.y + uy * ra, x2 = b.x - ux * rb, y2 = b.y - uy * rb;
    const colour = strong ? look.accent : look.line;
    drawn.push({ kind: "line", x1, y1, x2, y2, colour, width: Math.min(5, 1 + Math.log2(line.facts.length)) });
    if (scale > 0.35 || strong) {
      const heads = [];
      if (line.ways.has("there")) heads.push([x2, y2, ux, uy]);
      if (line.ways.has("back")) heads.push([x1, y1, -ux, -uy]);
      for (const [x, y, dx, dy] of heads)
        drawn.push({ kind: "head", colour, points: [[x, y], [x - 7 * dx - 3.5 * dy, y - 7 * dy + 3.5 * dx], [x - 7 * dx + 3.5 * dy, y - 7 * dy - 3.5 * dx]] });
    }
    if ((strong || lines.length <= TOLD || scale > 1.6) && length > 50) told.push({ line, strong, x1, y1, x2, y2 });
  }
  const room = new Room(8 * size);
  for (const thing of things) {
    if (!inside(thing.x, thing.y)) continue;
    const faded = chosen && chosen.facts === undefined && thing !== chosen && !near.has(thing);
    const r = seenRadius(thing);
    drawn.push({ kind: "disc", x: thing.x, y: thing.y, r, colour: look.dots[thing.kind] ?? look.soft, ring: thing === chosen ? look.ink : thing.expanded ? look.accent : look.back, faded });
    if (told.length) room.take([thing.x - r, thing.y - r, thing.x + r, thing.y + r]);
  }
  const weight = (thing) => (thing === chosen ? 3e6 : near.has(thing) ? 2e6 : thing.expanded ? 1e6 : 0) + thing.degree;
  const named = things.filter((thing) => inside(thing.x, thing.y)).sort((a, b) => weight(b) - weight(a));
  const names = new Room(8 * size);
  let count = 0;
  for (const thing of named) {
    if (count >= most) break;
    const text = short(thing.name), x = thing.x, y = thing.y + seenRadius(thing) + 1.1 * size;
    const box = around(x, y, text, size);
    if (thing !== chosen && !names.free(box)) continue;
    names.take(box);
    if (told.length) room.take(box);
    texts.push({ kind: "text", x, y, text, size, colour: look.ink, halo: look.back });
    count += 1;
  }
  told.sort((a, b) => b.strong - a.strong);
  for (const { line, x1, y1, x2, y2 } of told) {
    const text = short(line.facts[0].label) + (line.facts.length > 1 ? ` +${line.facts.length - 1}` : "");
    for (const part of [0.5, 0.36, 0.64]) {
      const x = x1 + (x2 - x1) * part, y = y1 + (y2 - y1) * part + small * 0.35;
      const box = around(x, y, text, small);
      if (line !== chosen && !room.free(box)) continue;
      room.take(box);
      texts.push({ kind: "text", x, y, text, size: small, colour: look.soft, halo: look.back });
      break;
    }
  }
  return drawn.concat(texts);
}

export function paint(context, drawn) {
  context.textAlign = "center";
  context.lineJoin = "round";
  // Lines of one look are one path: thousands of them are drawn at once.
  const looks = Map.groupBy(drawn.filter((shape) => shape.kind === "line"), (line) => `${line.colour} ${line.width}`);
  for (const same of looks.values()) {
    context.beginPath();
    for (const line of same) {
      context.moveTo(line.x1, line.y1);
      context.lineTo(line.x2, line.y2);
    }
    context.strokeStyle = same[0].colour;
    context.lineWidth = same[0].width;
    context.stroke();
  }
  for (const shape of drawn) {
    context.globalAlpha = shape.faded ? 0.35 : 1;
    if (shape.kind === "head") {
      context.beginPath();
      shape.points.forEach(([x, y], at) => (at ? context.lineTo(x, y) : context.moveTo(x, y)));
      context.closePath();
      context.fillStyle = shape.colour;
      context.fill();
    } else if (shape.kind === "disc") {
      context.beginPath();
      context.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
      context.fillStyle = shape.colour;
      context.fill();
      context.strokeStyle = shape.ring;
      context.lineWidth = 2;
      context.stroke();
    } else {
      context.font = `${shape.size}px ${FONT}`;
      context.strokeStyle = shape.halo;
      context.lineWidth = 0.28 * shape.size;
      context.strokeText(shape.text, shape.x, shape.y);
      context.fillStyle = shape.colour;
      context.fillText(shape.text, shape.x, shape.y);
    }
  }
  context.globalAlpha = 1;
}

export function svg(drawn, [left, top, width, height], back) {
  const space = "http://www.w3.org/2000/svg";
  const make = (name, attributes, text) => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === "number" ? value.toFixed(1) : value);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const root = make("svg", { viewBox: [left, top, width, height].map((n) => n.toFixed(1)).join(" "), width, height });
  root.append(make("rect", { x: left, y: top, width, height, fill: back }));
  for (const s of drawn) {
    if (s.kind === "line") root.append(make("line", { x1: s.x1, y1: s.y1, x2: s.x2, y2: s.y2, stroke: s.colour, "stroke-width": s.width }));
    else if (s.kind === "head") root.append(make("polygon", { points: s.points.map((p) => p.map((n) => n.toFixed(1)).join(",")).join(" "), fill: s.colour }));
    else if (s.kind === "disc") root.append(make("circle", { cx: s.x, cy: s.y, r: s.r, fill: s.colour, stroke: s.ring, "stroke-width": 2 }));
    else root.append(make("text", { x: s.x, y: s.y, "text-anchor": "middle", "font-size": s.size, "font-family": FONT, fill: s.colour, stroke: s.halo, "stroke-width": 0.28 * s.size, "paint-order": "stroke" }, s.text));
  }
  return new XMLSerializer().serializeToString(root);
}
