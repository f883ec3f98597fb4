// The evidence panel: the sentences behind one number, with filters.
const panel = document.getElementById("panel");
const filters = document.getElementById("panel-filters");
const list = document.getElementById("panel-list");
const more = document.getElementById("panel-more");
const BATCH = 60;
const UNITS = { f: ["finding", "findings"], s: ["article judged", "articles judged"], a: ["article", "articles"],
  w: ["article", "articles"], h: ["harm told", "harms told"] };
const state = { base: null, query: null, left: [], shown: [], drawn: 0, asked: null, turn: 0 };

function counted(n, show) {
  return `${n.toLocaleString("en")} ${UNITS[show][n === 1 ? 0 : 1]}`;
}

function where(a) {
  const parts = [make("bdi", { class: "outlet" }, data.outlets[a.outlet])];
  parts.push(" · ", make("span", { class: "when" }, day(a.date)), " · ", make("bdi", null, headline(a)));
  if (a.copyOf) parts.push(make("span", { class: "copy" }, " (wire copy, counted once)"));
  return make("p", { class: "where" }, ...parts);
}

function toArticle(a, f) {
  if (a.event < 0) return null;
  const attributes = { type: "button", class: "go", "data-go": a.number, "data-mark": f ? f.number : null };
  return make("button", attributes, "Show in the article");
}

function sentenceOf(a, span, options) {
  if (data.redacted) {
    const place = `characters ${span.start} to ${span.end} of article `;
    return make("p", { class: "said" }, place, make("bdi", null, a.id));
  }
  const sentence = sentenceAt(a, span);
  return make("p", { class: "quote", dir: "auto", lang: a.language || null },
    marked(a, sentence.start, sentence.end, options));
}

function findingItem({ a, f }) {
  const said = facts(a, f).map(([name, value]) => make("span", null, `${name}: `, make("bdi", null, value)));
  return make("li", null, where(a), sentenceOf(a, f, { focus: f, only: f }),
    make("p", { class: "said" }, ...said), toArticle(a, f));
}

function mentionQuote(a, m) {
  const voice = VOICES[m.voice] + (m.speaker >= 0 ? `, ${actorName(m.speaker)}` : "");
  const verdict = `${STATES[m.state]}${m.state === 4 ? "" : ` (${m.confidence.toFixed(2)})`}`;
  return make("div", { class: "mention" }, sentenceOf(a, m, { focus: m }),
    make("p", { class: "said" }, make("span", null, `this mention: ${verdict}`), make("span", null, voice)));
}

function stanceItem({ a, s, mentions }) {
  const score = (s.score > 0 ? "+" : "") + s.score.toFixed(2).replace("-", "\u2212");
  const verdict = s.state === 4 ? "failed" : `${STATES[s.state]}, expected stance ${score}`;
  const quotes = mentions.map((m) => mentionQuote(a, m));
  return make("li", null, where(a),
    make("p", { class: "verdict" }, `Article toward `, make("bdi", null, actorName(s.actor)), `: ${verdict}`),
    ...(quotes.length ? quotes : [make("p", { class: "said" }, "No single mention is at hand.")]),
    toArticle(a, null));
}

function articleItem({ a }) {
  const own = a.findings.filter((f) => f.voice === 0).length;
  const words = a.words.map((n, voice) => (n ? make("span", null, `${n.toLocaleString("en")} words: ${VOICES[voice]}`) : null));
  return make("li", null, where(a),
    make("p", { class: "said" }, ...words.filter(Boolean),
      make("span", null, `${own} of ${a.findings.length} findings in its own voice`)),
    toArticle(a, null));
}

const ITEMS = { f: findingItem, s: stanceItem, a: articleItem, w: wordsItem, h: harmItem };

function draw() {
  const next = state.shown.slice(state.drawn, state.drawn + BATCH);
  list.append(...next.map(ITEMS[state.base.show]));
  state.drawn += next.length;
  more.hidden = state.drawn >= state.shown.length && !state.left.length;
  const line = document.getElementById("panel-count");
  line.textContent = countLine(state.base);
  line.dataset.n = state.shown.length;
}

// Reads on until there is enough to show; all there is where the page carries everything.
function gather(turn) {
  const enough = split ? state.drawn + BATCH : Infinity;
  while (state.left.length && state.shown.length < enough) {
    const number = state.left[0];
    if (!atHand(number)) {
      document.getElementById("panel-count").textContent = "Reading the evidence …";
      withArticles([number], () => { if (turn === state.turn) gather(turn); }, sayFailure);
      return;
    }
    state.left.shift();
    state.shown.push(...itemsIn(state.query, article(number)).filter(holdsWords));
  }
  draw();
}

function sayFailure(error) {
  document.getElementById("panel-count").textContent = error.message;
}

function textOf({ a, f, mentions, quotes }) {
  if (data.redacted) return a.id;
  if (!f && !mentions && !quotes) return headline(a);
  const said = (quotes || []).flatMap((quote) => quote.spans || [quote]);
  return [f, ...(mentions || []), ...said].filter(Boolean).map((span) => {
    const sentence = sentenceAt(a, span);
    return a.text.slice(sentence.start, sentence.end);
  }).join(" ") + " " + headline(a);
}

function holdsWords(item) {
  const wanted = filters.elements.text.value.trim().toLocaleLowerCase();
  return !wanted || textOf(item).toLocaleLowerCase().includes(wanted);
}

function countLine(base) {
  const here = counted(state.shown.length, base.show);
  if (state.left.length) {
    const all = base.n === null ? "" : `; the number counts ${base.n.toLocaleString("en")}`;
    return `The first ${here}${all}. More are read as you go on.`;
  }
  if (base.n === null || state.asked === null) return here;
  if (state.asked === base.n) return state.shown.length === base.n ? here : `${here} of ${base.n}`;
  return `${here}; the number itself counts ${base.n}`;
}

function refresh() {
  const value = (name) => (filters.elements[name].value === "" ? null : Number(filters.elements[name].value));
  const outlet = value("outlet");
  state.query = {
    ...state.base, kind: value("kind"), voice: value("voice"), actor: value("actor"), state: value("state"),
  };
  state.left = candidates(state.query).filter((number) => outlet === null || stubs[number].o === outlet);
  state.shown = [];
  state.drawn = 0;
  state.turn += 1;
  list.replaceChildren();
  gather(state.turn);
}

function options(name, all, entries, chosen) {
  const field = filters.elements[name];
  field.replaceChildren(make("option", { value: "" }, all),
    ...entries.map(([value, label]) => make("option", { value }, label)));
  field.value = chosen === null ? "" : String(chosen);
  field.closest("label").hidden = false;
}

function fillFilters(query) {
  const numbered = (names) => names.map((label, number) => [number, label]);
  const outlets = numbered(data.outlets).filter(([n]) => !query.outlets.length || query.outlets.includes(n));
  options("outlet", "all outlets", outlets, null);
  options("kind", "all kinds", numbered(data.kinds.map(([label]) => label)), query.kind);
  options("state", "all", numbered(STATES), query.state);
  options("voice", "all voices", numbered(VOICES), query.voice);
  options("actor", "all actors", actorChoices(query), query.actor);
  const hide = { f: ["state"], s: ["kind", "voice", "actor"], a: ["kind", "state", "voice", "actor"],
    w: ["kind", "state", "voice", "actor"], h: ["kind", "state", "voice", "actor"] }[query.show];
  for (const name of hide) filters.elements[name].closest("label").hidden = true;
  filters.elements.text.value = "";
}

function actorChoices(query) {
  if (query.show !== "f" || split) return query.actor === null ? [] : [[query.actor, actorName(query.actor)]];
  const met = new Set();
  const all = { ...query, kind: null, actor: null };
  for (const number of candidates(all)) {
    for (const { f } of itemsIn(all, article(number))) f.actors.forEach((actor) => met.add(actor));
  }
  return [...met].map((actor) => [actor, actorName(actor)]).sort((x, y) => x[1].localeCompare(y[1]));
}

function heading(query) {
  const parts = [];
  if (query.show === "s") parts.push(`Stance toward ${actorName(query.actor)}`);
  if (query.show === "f") parts.push(query.kind === null ? "Loaded findings" : data.kinds[query.kind][0]);
  if (query.show === "a") parts.push("Articles");
  if (query.show === "w") parts.push(`What ${actorName(query.speaker)} is quoted saying${query.actor === null ? "" : ` of ${actorName(query.actor)}`}`);
  if (query.show === "h") parts.push(`Harms told of ${actorName(query.actor)}`);
  if (query.voice !== null) parts.push(VOICES[query.voice]);
  if (query.state !== null) parts.push(STATES[query.state]);
  return parts.join(", ");
}

function subheading(query) {
  const parts = [query.outlets.length ? query.outlets.map((n) => data.outlets[n]).join(" and ") : "all outlets"];
  if (query.event !== null) parts.push(data.events[query.event]);
  if (query.shared.length) parts.push(`events shared by ${query.shared.map((n) => data.outlets[n]).join(" and ")}`);
  return parts.flatMap((part, i) => [i ? " · " : "", make("bdi", null, part)]);
}

function openPanel(code) {
  const query = parseQuery(code);
  state.base = query;
  const title = heading(query);
  document.getElementById("panel-title").textContent = title[0].toUpperCase() + title.slice(1);
  document.getElementById("panel-sub").replaceChildren(...subheading(query));
  fillFilters(query);
  state.asked = split ? null
    : candidates(query).reduce((n, number) => n + itemsIn(query, article(number)).length, 0);
  refresh();
  panel.showModal();
  panel.querySelector(".panel").scrollTop = 0;
  document.getElementById("panel-title").focus();
}

function watchPanel() {
  document.getElementById("panel-close").addEventListener("click", () => panel.close());
  more.addEventListener("click", () => gather(state.turn));
  filters.addEventListener("input", refresh);
  filters.addEventListener("submit", (event) => event.preventDefault());
  panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
  panel.addEventListener("close", () => { hideTip(); document.body.append(tip); });
}
