"use strict";
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const names = (element) => (element.dataset.n || "").split(" ").filter(Boolean);

function unlight(section) {
  all(".lit, .end", section).forEach((word) => word.classList.remove("lit", "end"));
}

function light(fact) {
  const section = fact.closest("section");
  unlight(section);
  const start = Number(fact.dataset.s), end = Number(fact.dataset.e), ends = names(fact);
  all("[data-s]:not(.fact)", section).forEach((word) => {
    if (Number(word.dataset.s) < end && start < Number(word.dataset.e)) {
      word.classList.add("lit");
      word.classList.toggle("end", names(word).some((name) => ends.includes(name) && !word.dataset.over?.split(" ").includes(name)));
    }
  });
}

function restore(section) {
  const pinned = section.querySelector(".fact.pinned");
  if (pinned) light(pinned); else unlight(section);
}

for (const fact of all(".fact")) {
  const section = fact.closest("section");
  fact.addEventListener("mouseenter", () => light(fact));
  fact.addEventListener("focus", () => light(fact));
  fact.addEventListener("mouseleave", () => restore(section));
  fact.addEventListener("blur", () => restore(section));
  const pin = () => {
    const was = fact.classList.contains("pinned");
    all(".fact.pinned", section).forEach((other) => other.classList.remove("pinned"));
    fact.classList.toggle("pinned", !was);
    if (was) return;
    light(fact);
    const words = section.querySelector(".lit");
    if (words) words.scrollIntoView({ block: "center" });
  };
  fact.addEventListener("click", pin);
  fact.addEventListener("keydown", (event) => { if (event.key === "Enter") pin(); });
}

for (const word of all(".m")) {
  const section = word.closest("section");
  const told = () => all(".fact", section).filter((fact) => names(fact).some((name) => names(word).includes(name)));
  word.addEventListener("mouseenter", () => told().forEach((fact) => fact.classList.add("told")));
  word.addEventListener("mouseleave", () => all(".told", section).forEach((fact) => fact.classList.remove("told")));
  word.addEventListener("click", () => {
    const first = told().find((fact) => !fact.hidden);
    if (first) first.scrollIntoView({ block: "nearest" });
  });
}

for (const box of all("input[data-label]")) {
  box.addEventListener("change", () => document.body.classList.toggle("no-" + box.dataset.label, !box.checked));
}

document.getElementById("tags").addEventListener("change", (event) => {
  document.body.classList.toggle("plain", !event.target.checked);
});

const least = document.getElementById("least");
least.addEventListener("input", () => {
  document.getElementById("least-shown").textContent = Number(least.value).toFixed(2);
  for (const fact of all(".fact")) fact.hidden = Number(fact.dataset.c) < Number(least.value);
  for (const section of all("section")) {
    section.querySelector(".count").textContent = all(".fact:not([hidden])", section).length;
  }
});
