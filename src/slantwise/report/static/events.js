// Events: articles side by side, two to five columns, chosen by the reader.
const MOST = 5;
const FIRST = 4;

function column(a) {
  const head = make("header", null,
    make("p", { class: "outlet" }, make("bdi", null, data.outlets[a.outlet])),
    make("p", { class: "when" }, day(a.date), a.copyOf ? " · wire copy, counted once" : ""));
  const attributes = { class: "article", "data-article": a.number, lang: a.language || null };
  const body = make("article", attributes, head);
  if (a.title) body.append(make("h4", { dir: "auto" }, marked(a, a.title.start, a.title.end)));
  for (const paragraph of a.paragraphs) {
    body.append(make("p", { dir: "auto" }, marked(a, paragraph.start, paragraph.end)));
  }
  return body;
}

function articlesAt(event) {
  return data.articles.map((a, number) => [a.e, number]).filter(([e]) => e === event)
    .map(([, number]) => article(number)).sort((x, y) => x.outlet - y.outlet || x.number - y.number);
}

// One article of each outlet before a second of any; copies last.
function firstShown(articles) {
  const seen = new Set();
  const rank = (a) => {
    const again = seen.has(a.outlet);
    seen.add(a.outlet);
    return (a.copyOf ? 2 : 0) + (again ? 1 : 0);
  };
  return articles.map((a) => [rank(a), a]).sort((x, y) => x[0] - y[0]).slice(0, FIRST)
    .map(([, a]) => a).sort((x, y) => articles.indexOf(x) - articles.indexOf(y)).map((a) => a.number);
}

function drawColumns(details, columns, chosen) {
  columns.replaceChildren(...chosen.map((number) => column(article(number))));
  columns.dataset.columns = chosen.length;
  for (const box of details.querySelectorAll(".choose input")) {
    box.disabled = !box.checked && chosen.length >= MOST;
  }
}

function chooser(details, articles, columns, chosen) {
  const group = make("fieldset", { class: "choose" }, make("legend", null, `Articles shown (at most ${MOST})`));
  for (const a of articles) {
    const box = make("input", { type: "checkbox", value: a.number });
    box.checked = chosen.includes(a.number);
    group.append(make("label", null, box, make("bdi", null, ` ${data.outlets[a.outlet]}`)));
  }
  group.addEventListener("change", () => {
    const boxes = [...group.querySelectorAll("input:checked")];
    drawColumns(details, columns, boxes.map((box) => Number(box.value)));
  });
  return group;
}

function drawEvent(details, wanted = null) {
  const spread = details.querySelector(".spread");
  if (spread.childElementCount && wanted === null) return;
  const articles = articlesAt(Number(details.dataset.event));
  let chosen = firstShown(articles);
  if (wanted !== null && !chosen.includes(wanted)) chosen = [wanted, ...chosen.slice(0, FIRST - 1)];
  const columns = make("div", { class: "columns" });
  const choose = articles.length > 2 ? [chooser(details, articles, columns, chosen)] : [];
  spread.replaceChildren(...choose, columns);
  drawColumns(details, columns, chosen);
}

function openArticle(number, mark) {
  const details = document.querySelector(`details.event[data-event="${article(number).event}"]`);
  if (panel.open) panel.close();
  for (let at = details; at; at = at.parentElement.closest("details")) at.open = true;
  drawEvent(details, number);
  const column_ = details.querySelector(`[data-article="${number}"]`);
  const target = mark === null ? null : column_.querySelector(`[data-f="${mark}"]`);
  (target || column_).scrollIntoView({ block: "center" });
  if (target) target.focus({ preventScroll: true });
}

function watchEvents() {
  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (details instanceof HTMLDetailsElement && details.open && details.matches(".event")) drawEvent(details);
  }, true);
}
