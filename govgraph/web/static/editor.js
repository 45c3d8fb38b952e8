// A text field whose words are coloured: a copy of the text lies behind it.

const KEYWORDS = {
  cypher: "MATCH OPTIONAL WHERE RETURN WITH UNWIND AS ORDER BY LIMIT SKIP DISTINCT AND OR NOT IN CONTAINS STARTS ENDS IS NULL CASE WHEN THEN ELSE END EXISTS UNION ALL ASC DESC",
  sparql: "SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION GRAPH BIND VALUES AS GROUP BY ORDER HAVING LIMIT OFFSET DISTINCT PREFIX BASE NOT EXISTS MINUS IN ASC DESC COUNT SUM AVG MIN MAX STR CONTAINS a",
};
const PARTS = /(?<comment>(?<![:<\w])\/\/[^\n]*|(?<=^|\s)#[^\n]*)|(?<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|<[^<>\s]*>)|(?<name>[?$][\w]+|:[A-Z]\w*|\b\w+:\w*)|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>\b[A-Za-z]+\b)/g;

const form = document.querySelector("form.query");
const field = form.querySelector("textarea");
const behind = form.querySelector(".editor pre");
const language = () => form.elements.language.value;

function colour() {
  const words = new Set(KEYWORDS[language()].split(" "));
  const parts = [];
  let from = 0;
  for (const match of field.value.matchAll(PARTS)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    const look = kind === "word" ? (words.has(match[0]) || words.has(match[0].toUpperCase()) ? "keyword" : "") : kind;
    parts.push(field.value.slice(from, match.index));
    const span = document.createElement("span");
    span.className = look;
    span.textContent = match[0];
    parts.push(span);
    from = match.index + match[0].length;
  }
  parts.push(field.value.slice(from), "\n");
  behind.replaceChildren(...parts);
  behind.scrollTop = field.scrollTop;
}

field.addEventListener("input", colour);
field.addEventListener("scroll", () => { behind.scrollTop = field.scrollTop; behind.scrollLeft = field.scrollLeft; });
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
for (const choice of form.elements.language)
  choice.addEventListener("change", () => {
    const starts = [...form.elements.language].map((one) => one.dataset.start);
    if (!field.value.trim() || starts.includes(field.value)) field.value = choice.dataset.start;
    colour();
  });
form.querySelector(".editor").classList.add("ready");
colour();
