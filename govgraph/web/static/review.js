// Judging by a key: Y, N, U for the buttons whose <kbd> says so, S to skip.
const form = document.getElementById("judge");
if (document.querySelector("[data-looking]")) setTimeout(() => location.reload(), 3000);
document.addEventListener("keydown", (event) => {
  if (!form || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const wanted = event.key.toUpperCase();
  const key = [...form.querySelectorAll("kbd")].find((one) => one.textContent === wanted);
  if (!key) return;
  event.preventDefault();
  key.closest("button, a").click();
});
