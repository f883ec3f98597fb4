// Sentences behind a wording, read from the evidence when the wording is opened.
function quotedAt(place) {
  const [number, start, end] = place.split(/[:-]/).map(Number);
  const a = article(number);
  const sentence = sentenceAt(a, { start, end });
  const words = marked(a, sentence.start, sentence.end, { focus: { start, end } });
  const go = a.event < 0 ? null : make("button", {
    type: "button", class: "go", "data-go": number, "data-from": start, "data-to": end,
  }, "Show in the article");
  return make("blockquote", null, make("p", { dir: "auto", lang: a.language || null }, words),
    make("footer", null, make("bdi", null, a.id), " ", go || ""));
}

function drawQuoted(details) {
  if (details.querySelector("blockquote")) return;
  const places = details.dataset.said.split(",");
  const failed = (error) => details.append(make("p", { class: "note" }, error.message));
  withArticles(places.map((place) => Number(place.split(":")[0])), () => {
    if (!details.querySelector("blockquote")) details.append(...places.map(quotedAt));
  }, failed);
}

function watchQuoted() {
  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (details instanceof HTMLDetailsElement && details.open && details.dataset.said) drawQuoted(details);
  }, true);
}
