// Tables that are sorted by a click on a column's head and filtered by what is typed.

const number = (cell) => (cell.classList.contains("number") ? Number(cell.textContent.replaceAll(",", "")) : NaN);

for (const table of document.querySelectorAll("table[data-sort]")) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, at) => head.querySelector("button")?.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const compare = (one, other) => {
      const [a, b] = [one.cells[at], other.cells[at]], [x, y] = [number(a), number(b)];
      return Number.isNaN(x) || Number.isNaN(y) ? order.compare(a.textContent, b.textContent) : x - y;
    };
    const rows = [...body.rows].sort(compare);
    body.append(...(down ? rows.reverse() : rows));
  }));
}

for (const input of document.querySelectorAll("[data-filter]"))
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    for (const row of document.getElementById(input.dataset.filter).tBodies[0].rows)
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
