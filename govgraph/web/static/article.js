// The text and its facts: pointing at one lights the other; types of mentions are shown or not.

for (const reading of document.querySelectorAll("[data-reading]")) {
  const words = [...reading.querySelectorAll("[data-f]")];
  const facts = [...reading.querySelectorAll("[data-fact]")];
  const numbers = (word) => word.dataset.f.split(" ").filter(Boolean);
  const clear = () => reading.querySelectorAll(".lit, .told").forEach((one) => one.classList.remove("lit", "told"));
  const light = (fact) => {
    clear();
    for (const word of words) word.classList.toggle("lit", numbers(word).includes(fact.dataset.fact));
  };

  for (const fact of facts) {
    fact.addEventListener("mouseenter", () => light(fact));
    fact.addEventListener("focusin", () => light(fact));
    fact.addEventListener("mouseleave", clear);
    fact.addEventListener("focusout", clear);
    const go = () => words.find((word) => numbers(word).includes(fact.dataset.fact))?.scrollIntoView({ block: "center" });
    fact.addEventListener("click", (event) => { if (!event.target.closest("a")) go(); });
    fact.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === fact) go(); });
  }

  for (const word of reading.querySelectorAll("[data-n]")) {
    const tell = () => {
      clear();
      const told = facts.filter((fact) => fact.dataset.ends.split(" ").includes(word.dataset.n));
      told.forEach((fact) => fact.classList.add("told"));
      const box = reading.querySelector("aside");
      if (told[0] && box.scrollHeight > box.clientHeight) box.scrollTop = told[0].offsetTop - box.offsetTop - 40;
    };
    word.addEventListener("mouseenter", tell);
    word.addEventListener("focus", tell);
    word.addEventListener("mouseleave", clear);
    word.addEventListener("blur", clear);
  }

  for (const box of reading.querySelectorAll("[data-toggle]"))
    box.addEventListener("change", () => {
      for (const word of reading.querySelectorAll(`.m.${box.dataset.toggle}, .over.${box.dataset.toggle}`))
        word.classList.toggle("off", !box.checked);
    });
}
