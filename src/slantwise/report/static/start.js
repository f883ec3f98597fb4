// Joins the parts to the page.
document.documentElement.classList.add("live");
for (const button of document.querySelectorAll("button[data-q]")) {
  button.setAttribute("aria-haspopup", "dialog");
}
if (astray) {
  document.getElementById("main").prepend(make("p", { role: "alert", class: "note", id: "astray" },
    "The evidence cannot be shown: the folder “evidence” that was written with this page does not stand beside it."));
}
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("button");
  if (!button) return;
  if (astray && (button.dataset.q || button.dataset.go)) {
    document.getElementById("astray").scrollIntoView({ block: "center" });
    return;
  }
  if (button.dataset.q) openPanel(button.dataset.q);
  if (button.dataset.go) {
    const { go, mark, from, to } = button.dataset;
    openArticle(Number(go), mark ? Number(mark) : null, from ? { start: Number(from), end: Number(to) } : null);
  }
  if (button.dataset.save) saveAs(button);
  if (button.dataset.copy) copyText(button);
});
// On paper nothing can be opened: what the page itself holds is shown, and closed again afterwards.
const opened = [];
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details.fold, details.rest, .missing details")) {
    if (!fold.open) opened.push(fold);
    fold.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});
watchMarks();
watchPanel();
watchEvents();
watchKwic();
watchQuoted();
watchMatrices();
const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (named instanceof HTMLDetailsElement) named.open = true;
