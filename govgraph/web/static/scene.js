// Draws things and bundles of facts, on a canvas or as SVG: one list of shapes serves both.

const FONT = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const NAMED = 160, TOLD = 90;
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

// Shapes in the plane of the layout: lines first, then discs, then texts.
export function shapes(things, lines, look, scale, chosen) {
  const drawn = [];
  const near = new Set();
  if (chosen) for (const line of lines) if (line.source === chosen || line.target === chosen) near.add(line.source).add(line.target);
  for (const line of lines) {
    const { source: a, target: b } = line;
    const strong = chosen === line || chosen === a || chosen === b;
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const ux = (b.x - a.x) / length, uy = (b.y - a.y) / length;
    const ra = radius(a) + 1, rb = radius(b) + 1;
    const x1 = a.x + ux * ra, y1 = a.y + uy * ra, x2 = b.x - ux * rb, y2 = b.y - uy * rb;
    const colour = strong ? look.accent : look.line;
    drawn.push({ kind: "line", x1, y1, x2, y2, colour, width: Math.min(5, 1 + Math.log2(line.facts.length)) });
    const heads = [];
    if (line.ways.has("there")) heads.push([x2, y2, ux, uy]);
    if (line.ways.has("back")) heads.push([x1, y1, -ux, -uy]);
    for (const [x, y, dx, dy] of heads)
      drawn.push({ kind: "head", colour, points: [[x, y], [x - 7 * dx - 3.5 * dy, y - 7 * dy + 3.5 * dx], [x - 7 * dx + 3.5 * dy, y - 7 * dy - 3.5 * dx]] });
    if ((strong || lines.length <= TOLD || scale > 1.6) && length > 50) {
      const text = short(line.facts[0].label) + (line.facts.length > 1 ? ` +${line.facts.length - 1}` : "");
      drawn.push({ kind: "text", x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 3, text, size: 9.5, colour: look.soft, halo: look.back });
    }
  }
  for (const thing of things) {
    const faded = chosen && chosen.facts === undefined && thing !== chosen && !near.has(thing);
    drawn.push({ kind: "disc", x: thing.x, y: thing.y, r: radius(thing), colour: look.dots[thing.kind] ?? look.soft, ring: thing === chosen ? look.ink : thing.expanded ? look.accent : look.back, faded });
  }
  for (const thing of things) {
    if (things.length > NAMED && scale < 1.2 && thing !== chosen && !near.has(thing) && !thing.expanded) continue;
    drawn.push({ kind: "text", x: thing.x, y: thing.y + radius(thing) + 12, text: short(thing.name), size: 11, colour: look.ink, halo: look.back });
  }
  return drawn;
}

export function paint(context, drawn) {
  context.textAlign = "center";
  context.lineJoin = "round";
  for (const shape of drawn) {
    context.globalAlpha = shape.faded ? 0.35 : 1;
    if (shape.kind === "line") {
      context.beginPath();
      context.moveTo(shape.x1, shape.y1);
      context.lineTo(shape.x2, shape.y2);
      context.strokeStyle = shape.colour;
      context.lineWidth = shape.width;
      context.stroke();
    } else if (shape.kind === "head") {
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
      context.lineWidth = 3;
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
    else root.append(make("text", { x: s.x, y: s.y, "text-anchor": "middle", "font-size": s.size, "font-family": FONT, fill: s.colour, stroke: s.halo, "stroke-width": 3, "paint-order": "stroke" }, s.text));
  }
  return new XMLSerializer().serializeToString(root);
}
