// Events: articles side by side, two to five columns, chosen by the reader.
const MOST = 5;
const FIRST = 4;
const EVENTS_A_TIME = 50;

function numbersAt(event) {
  return stubs.flatMap((a, number) => (a.e === event ? [number] : []));
}

function block(a, name, span) {
  const attributes = { dir: "auto", "data-start": span.start, "data-end": span.end };
  return make(name, attributes, marked(a, span.start, span.end));
}

function judgedItem(a, f) {
  const said = facts(a, f).map(([name, value]) => make("span", null, `${name}: `, make("bdi", null, value)));
  return make("li", null, `characters ${f.start} to ${f.end}. `, ...said.flatMap((each) => [each, " "]));
}

function column(a) {
  const head = make("header", null,
    make("p", { class: "outlet" }, make("bdi", null, data.outlets[a.outlet])),
    make("p", { class: "when" }, day(a.date), a.copyOf ? " · wire copy, counted once" : ""));
  const body = make("article", {
    class: "article", "data-article": a.number, lang: data.redacted ? null : a.language || null,
    tabindex: "0", role: "region", "aria-label": `${data.outlets[a.outlet]}: ${headline(a)}`,
  }, head);
  if (data.redacted) {
    body.append(make("h4", null, make("bdi", null, a.id)),
      make("ol", { class: "judged" }, ...a.findings.map((f) => judgedItem(a, f))));
    return body;
  }
  if (a.title) body.append(block(a, "h4", a.title));
  body.append(...a.paragraphs.map((paragraph) => block(a, "p", paragraph)));
  return body;
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
  for (const box of details.querySelectorAll(".choose [name=article]")) {
    box.disabled = !box.checked && chosen.length >= MOST;
  }
  columns.links = data.redacted ? null : paragraphLinks(chosen.map(article));
}

function chooser(details, articles, columns, chosen) {
  const group = make("fieldset", { class: "choose" }, make("legend", null, `Articles shown (at most ${MOST})`));
  for (const a of articles) {
    const box = make("input", { type: "checkbox", name: "article", value: a.number });
    box.checked = chosen.includes(a.number);
    group.append(make("label", null, box, make("bdi", null, ` ${data.outlets[a.outlet]}`)));
  }
  group.addEventListener("change", (event) => {
    if (event.target.name !== "article") return;
    const boxes = [...group.querySelectorAll("[name=article]:checked")];
    drawColumns(details, columns, boxes.map((box) => Number(box.value)));
  });
  if (!data.redacted && articles.length > 1) group.append(together(columns));
  return group;
}

function drawEvent(details, wanted = null, then = null) {
  const spread = details.querySelector(".spread");
  if (spread.childElementCount && wanted === null) return;
  const numbers = numbersAt(Number(details.dataset.event));
  const failed = (error) => spread.replaceChildren(make("p", { class: "note" }, error.message));
  withArticles(numbers, () => {
    const articles = numbers.map(article).sort((x, y) => x.outlet - y.outlet || x.number - y.number);
    let chosen = firstShown(articles);
    if (wanted !== null && !chosen.includes(wanted)) chosen = [wanted, ...chosen.slice(0, FIRST - 1)];
    const columns = make("div", { class: "columns" });
    const choose = articles.length > 1 ? [chooser(details, articles, columns, chosen)] : [];
    spread.replaceChildren(...choose, columns);
    drawColumns(details, columns, chosen);
    scrollTogether(columns);
    if (then) then();
  }, failed);
}

function flash(column_, a, at) {
  const target = [...column_.querySelectorAll("[data-start]")]
    .find((each) => Number(each.dataset.start) <= at.start && at.start < Number(each.dataset.end));
  if (!target) return column_;
  const span = { start: Number(target.dataset.start), end: Number(target.dataset.end) };
  target.replaceChildren(marked(a, span.start, span.end, { focus: at }));
  target.tabIndex = -1;
  return target;
}

// Opens an article at a finding (`mark`), or at a stretch of its text (`at`).
function openArticle(number, mark, at = null) {
  const event = stubs[number].e;
  const details = document.querySelector(`details.event[data-event="${event}"]`) || addEvent(event);
  if (panel.open) panel.close();
  for (let outer = details; outer; outer = outer.parentElement.closest("details")) outer.open = true;
  drawEvent(details, number, () => {
    const column_ = details.querySelector(`[data-article="${number}"]`);
    const found = mark === null ? null : column_.querySelector(`[data-f="${mark}"]`);
    const target = found || (at ? flash(column_, article(number), at) : column_);
    details.scrollIntoView({ block: "start" });
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  });
}

// Events beyond those that the page lists from the start, in reports with many.
function addEvent(event) {
  const numbers = numbersAt(event);
  const details = make("details", { class: "event", "data-event": event, id: `event-${event}` },
    make("summary", null, make("span", { class: "when" }, day(data.days[event])),
      make("span", { class: "title" }, make("bdi", null, data.events[event] || "Without a headline")),
      make("span", { class: "aside" }, counted(numbers.length, "a"))),
    make("div", { class: "spread" }));
  document.getElementById("more-events").append(details);
  return details;
}

function watchMoreEvents() {
  const button = document.getElementById("events-more");
  if (!button) return;
  const find = document.getElementById("events-find");
  const line = document.getElementById("events-count");
  let left = [];
  const drawSome = () => {
    left.splice(0, EVENTS_A_TIME).forEach(addEvent);
    button.hidden = !left.length;
    line.textContent = left.length ? `${left.length.toLocaleString("en")} more` : "";
  };
  const search = () => {
    const wanted = find.value.trim().toLocaleLowerCase();
    document.getElementById("more-events").replaceChildren();
    const listed = new Set([...document.querySelectorAll("details.event")].map((each) => Number(each.dataset.event)));
    left = data.events.map((title, number) => [title, number])
      .filter(([title, number]) => !listed.has(number) && title.toLocaleLowerCase().includes(wanted))
      .map(([, number]) => number);
    if (wanted) drawSome();
    else { button.hidden = false; line.textContent = `${left.length.toLocaleString("en")} more`; }
  };
  button.addEventListener("click", drawSome);
  find.addEventListener("input", search);
  search();
}

function watchEvents() {
  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (details instanceof HTMLDetailsElement && details.open && details.matches(".event")) drawEvent(details);
  }, true);
  watchMoreEvents();
}
