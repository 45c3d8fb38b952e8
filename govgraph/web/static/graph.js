// The drawing of the graph: what is on it, how it is laid out and moved, and how it is saved.
// The address behind `#` holds all of it: e= expanded, n= shown, x= taken off, off= types and relations, since, until, sure.
import { NAMED, bundles, paint, radius, shapes, svg } from "./scene.js";

const board = document.getElementById("board");
const canvas = document.getElementById("canvas");
const chosenBox = document.getElementById("chosen");
const at = (id) => document.getElementById(id);
const state = { expanded: new Map(), shown: new Set(), removed: new Set(), off: new Set(), since: "", until: "", sure: 0 };
const things = new Map();
const facts = new Map();
let visible = { things: [], lines: [] };
let chosen = null;
let view = d3.zoomIdentity;
let touched = false;

const read = () => {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const [key, kept] of [["n", state.shown], ["x", state.removed], ["off", state.off]]) {
    kept.clear();
    for (const one of given.getAll(key)) kept.add(one);
  }
  state.expanded.clear();
  for (const one of given.getAll("e")) {
    const [, id, count] = /^(.*?)(?:\u001f(\d+))?$/s.exec(one);
    state.expanded.set(id, Number(count) || 40);
  }
  state.since = given.get("since") ?? "";
  state.until = given.get("until") ?? "";
  state.sure = Number(given.get("sure")) || 0;
};

const write = () => {
  const told = new URLSearchParams();
  for (const [id, count] of state.expanded) told.append("e", count === 40 ? id : `${id}\u001f${count}`);
  for (const [key, kept] of [["n", state.shown], ["x", state.removed], ["off", state.off]]) for (const one of kept) told.append(key, one);
  for (const key of ["since", "until"]) if (state[key]) told.set(key, state[key]);
  if (state.sure) told.set("sure", state.sure);
  history.replaceState(null, "", `#${told}`);
};

async function post(path, body) {
  const headers = { "Content-Type": "application/json", "X-Token": board.dataset.token };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

// Loading: what is newly around a thing is put beside it, so that the drawing keeps its shape.
async function load(expand, show, around = 40) {
  const answer = await (await post("/graph/data", { expand, show: [...new Set([...show, ...things.keys()])], around })).json();
  const from = things.get(expand[0]);
  for (const one of answer.things) {
    const known = things.get(one.id);
    if (known) Object.assign(known, one);
    else {
      const angle = things.size * 2.399963, away = from ? 60 : 12 * Math.sqrt(things.size + 1);
      things.set(one.id, { ...one, x: (from?.x ?? 0) + Math.cos(angle) * away, y: (from?.y ?? 0) + Math.sin(angle) * away });
    }
  }
  for (const fact of answer.facts) facts.set(fact.id, { ...fact, source: things.get(fact.source), target: things.get(fact.target) });
  for (const id of state.expanded.keys()) if (things.has(id)) things.get(id).expanded = true;
}

// Laying out. Drawing many things takes longer than moving them: they are moved twice between two looks, and rest sooner.
const MANY = 400;
const force = d3.forceSimulation([])
  .force("charge", d3.forceManyBody().strength(-420).distanceMax(900))
  .force("link", d3.forceLink([]).distance((line) => 96 + radius(line.source) + radius(line.target)).strength((line) => 0.9 / Math.min(6, Math.min(line.source.links, line.target.links) || 1)))
  .force("collide", d3.forceCollide((thing) => radius(thing) + (things.size > 200 ? 8 : 12 + 3.4 * Math.min(10, thing.name.length))))
  .force("x", d3.forceX(0).strength(0.035))
  .force("y", d3.forceY(0).strength(0.035))
  .alphaMin(0.004)
  .on("tick", () => {
    if (visible.things.length > MANY) force.tick();
    draw();
  })
  .on("end", () => {
    board.dataset.settled = "true";
    if (touched) draw();
    else fit();
  })
  .stop();

function renew({ move = true } = {}) {
  const inPeriod = (fact) => {
    if (state.since && !(fact.day && fact.day >= state.since)) return false;
    return !(state.until && !(fact.day && fact.day.slice(0, state.until.length) <= state.until));
  };
  const on = [...things.values()].filter((one) => !state.off.has(one.kind) && !state.removed.has(one.id));
  const there = new Set(on);
  const told = [...facts.values()].filter((fact) => there.has(fact.source) && there.has(fact.target) && !state.off.has(fact.kind) && inPeriod(fact) && (fact.confidence ?? 1) >= state.sure);
  const ends = new Set(told.flatMap((fact) => [fact.source, fact.target]));
  const kept = on.filter((one) => ends.has(one) || state.expanded.has(one.id) || state.shown.has(one.id));
  const lines = bundles(told);
  for (const one of kept) one.links = 0;
  for (const line of lines) { line.source.links += 1; line.target.links += 1; }
  visible = { things: kept, lines };
  if (chosen && !kept.includes(chosen) && !lines.includes(chosen)) choose(null);
  force.nodes(kept);
  force.force("link").links(lines);
  if (move) {
    board.removeAttribute("data-settled");
    force.alphaDecay(kept.length > MANY ? 0.05 : 0.0228).alpha(0.9).restart();
  } else draw();
  const kinds = new Map();
  for (const one of things.values()) if (!state.removed.has(one.id)) kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + 1);
  for (const label of board.querySelectorAll(".dots label")) {
    label.hidden = things.size > 0 && !kinds.has(label.className);
    label.querySelector("b").textContent = kinds.get(label.className) ?? "";
  }
  const tally = at("tally");
  tally.textContent = tally.dataset.text.replace("{things}", kept.length).replace("{facts}", told.length);
  board.dataset.things = kept.length;
  board.dataset.facts = told.length;
  at("empty").hidden = kept.length > 0;
  at("list").replaceChildren(...kept.slice(0, 300).map((one) => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = `${one.name} · ${one.label}`;
    button.addEventListener("click", () => choose(one));
    item.append(button);
    return item;
  }));
  write();
}

// Drawing
function look() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  const dots = {};
  for (const label of document.querySelectorAll(".dots label")) dots[label.className] = getComputedStyle(label).getPropertyValue("--dot").trim();
  return { back: value("--paper"), ink: value("--ink"), soft: value("--soft"), line: value("--edge"), accent: value("--accent"), dots };
}
let colours = look();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { colours = look(); draw(); });

function draw() {
  const sharp = devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  if (canvas.width !== Math.round(width * sharp) || canvas.height !== Math.round(height * sharp)) {
    canvas.width = Math.round(width * sharp);
    canvas.height = Math.round(height * sharp);
  }
  const context = canvas.getContext("2d");
  context.setTransform(sharp, 0, 0, sharp, 0, 0);
  context.clearRect(0, 0, width, height);
  context.translate(width / 2 + view.x, height / 2 + view.y);
  context.scale(view.k, view.k);
  const moving = visible.things.length > MANY && !board.dataset.settled;
  const [left, top] = [(-width / 2 - view.x) / view.k, (-height / 2 - view.y) / view.k];
  paint(context, shapes(visible.things, visible.lines, colours, view.k, chosen, [left, top, left + width / view.k, top + height / view.k], moving ? 40 : NAMED));
}
new ResizeObserver(draw).observe(canvas);

function bounds() {
  if (!visible.things.length) return [-100, -100, 200, 200];
  const [left, right] = d3.extent(visible.things, (one) => one.x), [top, bottom] = d3.extent(visible.things, (one) => one.y);
  return [left - 80, top - 50, right - left + 160, bottom - top + 100];
}

// Moving
const zoom = d3.zoom().scaleExtent([0.05, 6]).filter((event) => event.type === "wheel" || (!event.button && !find(event)?.kind)).on("zoom", (event) => {
  if (event.sourceEvent) touched = true;
  view = event.transform;
  draw();
});
d3.select(canvas).call(zoom).on("dblclick.zoom", null);

function fit() {
  const [left, top, width, height] = bounds();
  const k = Math.min(1.6, canvas.clientWidth / width, canvas.clientHeight / height);
  d3.select(canvas).call(zoom.transform, d3.zoomIdentity.translate(-(left + width / 2) * k, -(top + height / 2) * k).scale(k));
}

function place(event) {
  const [x, y] = d3.pointer(event, canvas);
  return [(x - canvas.clientWidth / 2 - view.x) / view.k, (y - canvas.clientHeight / 2 - view.y) / view.k];
}

function find(event) {
  const [x, y] = place(event);
  let best = null, least = Infinity;
  for (const one of visible.things) {
    const away = Math.hypot(one.x - x, one.y - y) - radius(one);
    if (away < Math.min(6 / view.k, least)) [best, least] = [one, away];
  }
  if (best) return best;
  for (const line of visible.lines) {
    const { source: a, target: b } = line;
    const square = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1;
    const along = Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / square));
    const away = Math.hypot(x - a.x - along * (b.x - a.x), y - a.y - along * (b.y - a.y));
    if (away < Math.min(5 / view.k, least)) [best, least] = [line, away];
  }
  return best;
}

d3.select(canvas).call(
  d3.drag()
    .filter((event) => !event.button && Boolean(find(event)?.kind))
    .subject((event) => { const one = find(event.sourceEvent); return { x: one.x, y: one.y, one }; })
    .on("start", (event) => { event.subject.moved = false; })
    .on("drag", (event) => {
      const { one } = event.subject;
      if (!event.subject.moved) force.alphaTarget(0.2).restart();
      event.subject.moved = true;
      [one.fx, one.fy] = place(event.sourceEvent);
    })
    .on("end", (event) => {
      force.alphaTarget(0);
      if (!event.subject.moved) open(event.subject.one);
    }),
);
canvas.addEventListener("click", (event) => {
  const found = find(event);
  if (!found?.kind) choose(found);
});
canvas.addEventListener("mousemove", (event) => {
  if (event.buttons) return;
  const found = find(event);
  canvas.classList.toggle("over", Boolean(found));
  canvas.title = found ? (found.kind ? `${found.label} ${found.name}` : found.facts.map((fact) => fact.label).join("、")) : "";
});
canvas.addEventListener("keydown", (event) => {
  const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
  if (steps) d3.select(canvas).call(zoom.translateBy, ...steps.map((step) => step / view.k));
  else if (event.key === "+" || event.key === "=") d3.select(canvas).call(zoom.scaleBy, 1.3);
  else if (event.key === "-") d3.select(canvas).call(zoom.scaleBy, 1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});

// Choosing, expanding, taking off
async function open(one) {
  choose(one);
  if (!state.expanded.has(one.id)) await expand(one);
}

async function expand(one, count = 40) {
  state.expanded.set(one.id, count);
  await load([one.id], [], count);
  renew();
  choose(one);
}

function choose(one) {
  chosen = one;
  chosenBox.hidden = !one;
  draw();
  if (!one) return;
  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const link = (text, href) => Object.assign(element("a", "", text), { href });
  if (one.kind) {
    const actions = element("div", "actions", "");
    const button = (text, action) => {
      const made = Object.assign(element("button", "", text), { type: "button" });
      made.addEventListener("click", action);
      actions.append(made);
    };
    actions.append(link(chosenBox.dataset.open, one.address));
    if (!state.expanded.has(one.id)) button(chosenBox.dataset.expand, () => expand(one));
    else if (one.degree > state.expanded.get(one.id)) button(chosenBox.dataset.more, () => expand(one, state.expanded.get(one.id) * 3));
    button(chosenBox.dataset.remove, () => { state.removed.add(one.id); renew({ move: false }); });
    chosenBox.replaceChildren(element("span", `badge ${one.kind}`, one.label), element("h2", "", one.name), element("p", "note", one.note), actions);
  } else {
    const list = element("ul", "said", "");
    for (const fact of one.facts.slice(0, 30)) {
      const item = element("li", "", "");
      item.append(element("span", "", `${fact.source.name} `), element("span", "verb", fact.label), element("span", "", ` ${fact.target.name} `), element("span", "when", fact.day), element("p", "quote", fact.words), link(chosenBox.dataset.proof, `/fact?id=${encodeURIComponent(fact.id)}`));
      list.append(item);
    }
    chosenBox.replaceChildren(list);
  }
}

// The controls beside the canvas
function show() {
  for (const box of board.querySelectorAll("[data-label], [data-kind]")) box.checked = !state.off.has(box.dataset.label ?? box.dataset.kind);
  at("since").value = state.since;
  at("until").value = state.until;
  at("sure").value = state.sure;
  at("sure-shown").textContent = state.sure.toFixed(2);
}
for (const box of board.querySelectorAll("[data-label], [data-kind]"))
  box.addEventListener("change", () => {
    state.off[box.checked ? "delete" : "add"](box.dataset.label ?? box.dataset.kind);
    renew();
  });
for (const key of ["since", "until"]) at(key).addEventListener("change", (event) => { state[key] = event.target.value.trim(); renew(); });
at("sure").addEventListener("input", (event) => { state.sure = Number(event.target.value); at("sure-shown").textContent = state.sure.toFixed(2); renew({ move: false }); });
at("add").addEventListener("pick", async (event) => {
  at("add").value = "";
  const { id } = event.detail;
  state.removed.delete(id);
  state.expanded.set(id, 40);
  await load([id], []);
  renew();
  choose(things.get(id));
});

// Saving
function save(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
// A saved picture is looked at whole: its texts are as large as they are when it is as wide as a screen.
const picture = () => {
  const frame = bounds();
  return [frame, shapes(visible.things, visible.lines, colours, Math.min(1, 1800 / frame[2]), null)];
};
const selection = () => ({ facts: visible.lines.flatMap((line) => line.facts.map((fact) => fact.id)), things: visible.things.map((one) => one.id) });
const actions = {
  in: () => d3.select(canvas).call(zoom.scaleBy, 1.3),
  out: () => d3.select(canvas).call(zoom.scaleBy, 1 / 1.3),
  fit,
  png() {
    const [[left, top, width, height], drawn] = picture();
    const sharp = Math.min(2, 5000 / Math.max(width, height));
    const sheet = Object.assign(document.createElement("canvas"), { width: width * sharp, height: height * sharp });
    const context = sheet.getContext("2d");
    context.scale(sharp, sharp);
    context.fillStyle = colours.back;
    context.fillRect(0, 0, width, height);
    context.translate(-left, -top);
    paint(context, drawn);
    sheet.toBlob((blob) => save(blob, "govgraph.png"));
  },
  svg() {
    const [frame, drawn] = picture();
    save(new Blob([svg(drawn, frame, colours.back)], { type: "image/svg+xml" }), "govgraph.svg");
  },
  graphml: async () => save(await (await post("/graph/graphml", selection())).blob(), "govgraph.graphml"),
  async cypher() {
    at("cypher-text").value = await (await post("/graph/cypher", selection())).text();
    at("cypher-box").hidden = false;
    at("cypher-text").select();
  },
};
for (const button of board.querySelectorAll("[data-do]")) button.addEventListener("click", () => actions[button.dataset.do]());

async function begin() {
  read();
  things.clear();
  facts.clear();
  show();
  const counts = new Map();
  for (const [id, count] of state.expanded) counts.set(count, [...(counts.get(count) ?? []), id]);
  if (!counts.size) counts.set(40, []);
  for (const [count, ids] of counts) await load(ids, [...state.shown], count);
  renew();
  // The first look: laid out before it is shown, as far as a moment allows.
  const until = performance.now() + 600;
  while (force.alpha() > 0.08 && performance.now() < until) {
    const pause = performance.now() + 30;
    while (force.alpha() > 0.08 && performance.now() < pause) force.tick();
    await new Promise((done) => setTimeout(done));
  }
  fit();
  board.dataset.ready = "true";
}
window.addEventListener("hashchange", begin);
begin();
