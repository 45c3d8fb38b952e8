// Suggestions under every field that asks for them: a combobox as the ARIA practices describe it.
// data-suggest="open" goes to the chosen thing, "fill" writes its name, "pick" tells the page; data-labels narrows the kinds.

const DELAY = 80;
let serial = 0;

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = document.createElement("ul");
    this.list.id = `suggestions-${++serial}`;
    this.list.className = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() ?? "");
    this.list.hidden = true;
    input.parentElement.append(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]])
      input.setAttribute(name, value);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const item = event.target.closest("li");
      if (item) this.choose(item);
    });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), DELAY);
  }

  async ask() {
    const text = this.input.value.trim();
    if (!text) return this.close();
    const query = new URLSearchParams({ q: text });
    for (const label of (this.input.dataset.labels ?? "").split(" ").filter(Boolean)) query.append("label", label);
    this.running?.abort();
    this.running = new AbortController();
    try {
      const answer = await fetch(`/suggest?${query}`, { signal: this.running.signal });
      if (answer.ok) this.show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  show(found) {
    this.list.replaceChildren(...found.map((one, at) => {
      const item = document.createElement("li");
      item.id = `${this.list.id}-${at}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.address = one.address;
      item.dataset.id = one.id;
      item.dataset.name = one.name;
      const badge = document.createElement("span");
      badge.className = `badge ${one.kind}`;
      badge.textContent = one.label;
      const name = document.createElement("span");
      name.textContent = one.name;
      item.append(badge, name);
      const more = [one.found !== one.name ? one.found : "", one.note].filter(Boolean).join(" · ");
      if (more) {
        const small = document.createElement("small");
        small.textContent = more;
        item.append(small);
      }
      return item;
    }));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  get chosen() { return this.list.querySelector('[aria-selected="true"]'); }

  move(step) {
    const items = [...this.list.children];
    if (!items.length) return;
    const at = items.indexOf(this.chosen);
    const next = items[(at + step + items.length + (at < 0 && step < 0 ? 1 : 0)) % items.length];
    for (const item of items) item.setAttribute("aria-selected", String(item === next));
    this.input.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (this.list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.move(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Escape") {
      this.close();
      event.preventDefault();
    } else if (event.key === "Enter" && this.chosen) {
      this.choose(this.chosen);
      event.preventDefault();
    }
  }

  choose(item) {
    this.close();
    if (this.input.dataset.suggest === "open") location.assign(item.dataset.address);
    else if (this.input.dataset.suggest === "pick") this.input.dispatchEvent(new CustomEvent("pick", { detail: { id: item.dataset.id } }));
    else {
      this.input.value = item.dataset.name;
      this.input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

for (const input of document.querySelectorAll("input[data-suggest]")) new Suggestions(input);

// `/` leads to the search field, as on many sites.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  document.querySelector("input[data-suggest='open']")?.focus();
  event.preventDefault();
});

// A file that is dropped on any page is read; one that is chosen on the page for it goes the way of a form.
const settings = document.querySelector(".foot form");
const veil = document.querySelector(".veil");
const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const look = (state) => {
  document.body.classList.remove("dropping", "busy");
  if (state) document.body.classList.add(state);
  veil.firstElementChild.textContent = state === "busy" ? veil.dataset.busy : veil.dataset.here;
};
const tell = (text) => {
  document.querySelector("main > .notice.told")?.remove();
  const notice = Object.assign(document.createElement("p"), { className: "notice told", textContent: text });
  notice.setAttribute("role", "alert");
  document.querySelector("main").prepend(notice);
  scrollTo(0, 0);
};
document.addEventListener("dragover", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  look("dropping");
});
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) look(); });
document.addEventListener("drop", async (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  look();
  const { files } = event.dataTransfer;
  if (files.length !== 1) return tell(veil.dataset.one);
  if (files[0].size > Number(veil.dataset.largest)) return tell(veil.dataset.large);
  const body = new FormData();
  body.set("token", settings.elements.token.value);
  body.set("file", files[0]);
  look("busy");
  try {
    const answer = await fetch("/drop", { method: "POST", body });
    if (answer.redirected) return location.assign(answer.url);
    const text = await answer.text();
    const problem = new DOMParser().parseFromString(text, "text/html").querySelector(".problem p, .empty p");
    tell(problem?.textContent ?? text);
  } catch (error) {
    tell(`${veil.dataset.failed} ${error.message}`);
  }
  look();
});
document.querySelector("form.drop")?.addEventListener("submit", (event) => {
  if (event.target.elements.file.files[0]?.size <= Number(veil.dataset.largest)) return look("busy");
  event.preventDefault();
  tell(veil.dataset.large);
});
window.addEventListener("pageshow", () => look());
