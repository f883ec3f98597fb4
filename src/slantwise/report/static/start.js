// Joins the parts to the page.
for (const button of document.querySelectorAll("button[data-q]")) {
  button.setAttribute("aria-haspopup", "dialog");
}
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("button");
  if (!button) return;
  if (button.dataset.q) openPanel(button.dataset.q);
  if (button.dataset.go) {
    openArticle(Number(button.dataset.go), button.dataset.mark ? Number(button.dataset.mark) : null);
  }
});
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details.fold")) fold.open = true;
});
watchMarks();
watchPanel();
watchEvents();
const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (named instanceof HTMLDetailsElement) named.open = true;
