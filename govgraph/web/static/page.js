"use strict";

const $ = (id) => document.getElementById(id);
const START = `SELECT ?type (COUNT(?thing) AS ?count)
WHERE { ?thing a ?type }
GROUP BY ?type
ORDER BY DESC(?count) ?type
LIMIT 50`;
const TABLE = "application/sparql-results+json";
let questions = [];
let running = null;

function element(name, text, more = {}) {
  const made = Object.assign(document.createElement(name), more);
  made.textContent = text;
  return made;
}

// The variables of a query that begin with _ are its parameters.
function parameterNames(text) {
  const code = text.replace(/^\s*#.*$/gm, "");
  return [...new Set([...code.matchAll(/[?$]_(\w+)/g)].map((match) => match[1]))];
}

function chosen() {
  return questions.find((question) => question.name === $("question").value);
}

function showParameters() {
  const kept = Object.fromEntries([...$("parameters").querySelectorAll("input")].map((input) => [input.name, input.value]));
  const known = Object.fromEntries((chosen()?.parameters ?? []).map((parameter) => [parameter.name, parameter]));
  const fields = parameterNames($("sparql").value).map((name) => {
    const about = known[name] ?? { type: "string", default: "", example: "", about: "" };
    const label = element("label", `${name} `);
    const input = element("input", "", {
      name,
      value: kept[name] ?? about.default ?? "",
      required: about.default === null,
      placeholder: about.example === "" ? "" : String(about.example),
    });
    input.dataset.type = about.type;
    label.append(element("small", about.about), input);
    return label;
  });
  $("parameters").replaceChildren(...fields);
}

function choose() {
  const question = chosen();
  $("about").textContent = question ? `${question.zh} ${question.en}` : "";
  $("parameters").replaceChildren();
  $("sparql").value = question ? question.sparql.replace(/^(#.*\n)+\n*/, "") : START;
  showParameters();
  history.replaceState(null, "", question ? `#${question.name}` : location.pathname);
}

function term(value, type) {
  if (type !== "integer" && type !== "number") return JSON.stringify(value);
  const kind = type === "integer" ? "integer" : "double";
  return `${JSON.stringify(value)}^^<http://www.w3.org/2001/XMLSchema#${kind}>`;
}

async function ask(accept) {
  const form = new URLSearchParams({ query: $("sparql").value });
  for (const input of $("parameters").querySelectorAll("input")) form.set(`$_${input.name}`, term(input.value, input.dataset.type));
  running?.abort();
  running = new AbortController();
  const response = await fetch("sparql", { method: "POST", body: form, headers: { Accept: accept }, signal: running.signal });
  const text = await response.text();
  if (!response.ok) throw new Error(text.trim());
  return [response.headers.get("Content-Type"), text];
}

function shorten(cell) {
  if (!cell) return "";
  if (cell.type === "triple") return `<<( ${["subject", "predicate", "object"].map((part) => shorten(cell.value[part])).join(" ")} )>>`;
  return cell.type === "bnode" ? `_:${cell.value}` : cell.value;
}

function draw(type, text) {
  if (!type.startsWith(TABLE)) {
    $("answer").replaceChildren(element("pre", text));
    return "";
  }
  const found = JSON.parse(text);
  if ("boolean" in found) {
    $("answer").replaceChildren(element("p", found.boolean ? "true" : "false"));
    return "";
  }
  const columns = found.head.vars.filter((name) => !name.startsWith("_"));
  const about = Object.fromEntries((chosen()?.columns ?? []).map((column) => [column.name, column.about]));
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const name of columns) head.append(element("th", name, { scope: "col", title: about[name] ?? "" }));
  const body = table.createTBody();
  for (const row of found.results.bindings) {
    const line = body.insertRow();
    for (const name of columns) line.append(element("td", shorten(row[name])));
  }
  $("answer").replaceChildren(table);
  return `${found.results.bindings.length} 行 rows`;
}

async function run(event) {
  event.preventDefault();
  const start = performance.now();
  $("status").className = "";
  $("status").textContent = "…";
  try {
    const counted = draw(...(await ask(`${TABLE}, text/turtle`)));
    $("status").textContent = `${counted} ${Math.round(performance.now() - start)} ms`.trim();
  } catch (error) {
    if (error.name === "AbortError") return;
    $("answer").replaceChildren();
    $("status").className = "wrong";
    $("status").textContent = error.message;
  }
}

async function save() {
  if (!$("form").reportValidity()) return;
  try {
    const [, text] = await ask("text/csv");
    const link = element("a", "", { href: URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" })), download: `${chosen()?.name ?? "answer"}.csv` });
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    $("status").className = "wrong";
    $("status").textContent = error.message;
  }
}

async function start() {
  $("endpoint").textContent = new URL("sparql", location.href.split("#")[0]).href;
  questions = await (await fetch("questions")).json();
  for (const question of questions) $("question").append(element("option", `${question.zh} ${question.title}`, { value: question.name }));
  $("question").value = questions.some((question) => `#${question.name}` === location.hash) ? location.hash.slice(1) : "";
  choose();
  $("question").addEventListener("change", choose);
  $("sparql").addEventListener("change", showParameters);
  $("form").addEventListener("submit", run);
  $("csv").addEventListener("click", save);
}

start();
