// Keyword in context over the evidence that the page holds.
const kwicForm = document.getElementById("kwic-form");
const LINES = 50;
const ROOM = 70;
const lookup = { turn: 0, left: [], found: [], drawn: 0, articles: 0, pattern: null, exact: false };
const foldedTexts = new Map();

// Lower case without accents, one character for one, so that places stay.
function folded(text) {
  return [...text].map((sign) => {
    const plain = sign.normalize("NFD")[0].toLowerCase();
    return plain.length === sign.length ? plain : sign;
  }).join("");
}

function foldedText(a) {
  if (!foldedTexts.has(a.number)) foldedTexts.set(a.number, folded(a.text));
  return foldedTexts.get(a.number);
}

// Words in a row: whole and as typed where exact, else their beginnings, in any case and accent.
function patternOf(typed, exact) {
  const words = (exact ? typed : folded(typed)).trim().split(/\s+/).filter(Boolean)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  if (!words.length) return null;
  const tail = exact ? "(?![\\p{L}\\p{N}])" : "[\\p{L}\\p{N}]*";
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.map((word) => word + tail).join("[^\\p{L}\\p{N}]+")}`, "gu");
}

function voiceAt(a, start, end) {
  const voice = innermost(voiceSpans(a, start, end), start, end);
  return voice ? voice.voice : 0;
}

function linesIn(a, wanted) {
  const text = lookup.exact ? a.text : foldedText(a);
  return [...text.matchAll(lookup.pattern)].map((hit) => {
    const start = hit.index;
    const end = start + hit[0].length;
    const findings = a.findings.filter((f) => f.start < end && start < f.end);
    return { a, start, end, voice: voiceAt(a, start, end), findings };
  }).filter((line) => (wanted.voice === null || line.voice === wanted.voice)
    && (wanted.kind === null || line.findings.some((f) => f.kinds.includes(wanted.kind))));
}

function around(a, start, end) {
  const one = (text) => text.replace(/\n\s*/g, " ¶ ").replace(/\s+/g, " ");
  return [one(a.text.slice(Math.max(0, start - ROOM), start)), one(a.text.slice(start, end)),
    one(a.text.slice(end, end + ROOM))];
}

function lineRow(line) {
  const [before, word, after] = around(line.a, line.start, line.end);
  const kinds = [...new Set(line.findings.flatMap((f) => f.kinds))].map((kind) => data.kinds[kind][1]);
  const attributes = line.a.event < 0 ? {} : {
    type: "button", "data-go": line.a.number, "data-from": line.start, "data-to": line.end,
  };
  return make("tr", null,
    make("th", { scope: "row" }, make("bdi", null, data.outlets[line.a.outlet]), make("span", { class: "sort" }, day(line.a.date))),
    make("td", { class: "before", dir: "auto" }, make("span", null, before)),
    make("td", { class: "word" }, make(line.a.event < 0 ? "b" : "button", attributes, word)),
    make("td", { class: "after", dir: "auto" }, after),
    make("td", { class: "whose" }, VOICES[line.voice], ...kinds.flatMap((tag) => [" ", make("span", { class: "tag" }, tag)])));
}

const ORDERS = {
  article: (x, y) => x.a.event - y.a.event || x.a.number - y.a.number || x.start - y.start,
  outlet: (x, y) => x.a.outlet - y.a.outlet || x.a.number - y.a.number || x.start - y.start,
  after: (x, y) => folded(x.a.text.slice(x.end, x.end + ROOM)).localeCompare(folded(y.a.text.slice(y.end, y.end + ROOM))),
  before: (x, y) => {
    const left = (line) => folded(line.a.text.slice(Math.max(0, line.start - ROOM), line.start)).trim().split(/\s+/).reverse().join(" ");
    return left(x).localeCompare(left(y));
  },
};

function byOutlet() {
  const counts = new Map();
  for (const { a } of lookup.found) {
    if (!counts.has(a.outlet)) counts.set(a.outlet, { lines: 0, articles: new Set() });
    counts.get(a.outlet).lines += 1;
    counts.get(a.outlet).articles.add(a.number);
  }
  return [...counts].sort((x, y) => x[0] - y[0])
    .flatMap(([outlet, { lines, articles }], i) => [i ? "; " : "", make("bdi", null, data.outlets[outlet]),
      ` ${lines} in ${counted(articles.size, "a")}`]);
}

function drawLines() {
  const body = document.getElementById("kwic-lines");
  const next = lookup.found.slice(lookup.drawn, lookup.drawn + LINES);
  body.append(...next.map(lineRow));
  lookup.drawn += next.length;
  document.getElementById("kwic-table").hidden = !lookup.found.length;
  document.getElementById("kwic-more").hidden = lookup.drawn >= lookup.found.length && !lookup.left.length;
  const line = document.getElementById("kwic-count");
  line.dataset.n = lookup.found.length;
  if (!lookup.pattern) line.replaceChildren();
  else if (lookup.left.length) {
    line.textContent = `${lookup.found.length} lines in the first ${lookup.articles} of ${lookup.articles + lookup.left.length} articles; more are read as you go on.`;
  } else if (!lookup.found.length) line.textContent = `Nothing found in ${counted(lookup.articles, "a")}.`;
  else line.replaceChildren(`${lookup.found.length.toLocaleString("en")} ${lookup.found.length === 1 ? "line" : "lines"} in ${counted(lookup.articles, "a")} searched: `, ...byOutlet(), ".");
}

function readLines(turn, wanted) {
  const enough = split ? lookup.drawn + LINES : Infinity;
  while (lookup.left.length && lookup.found.length < enough) {
    const number = lookup.left[0];
    if (!atHand(number)) {
      const failed = (error) => { document.getElementById("kwic-count").textContent = error.message; };
      withArticles([number], () => { if (turn === lookup.turn) readLines(turn, wanted); }, failed);
      return;
    }
    lookup.left.shift();
    lookup.articles += 1;
    lookup.found.push(...linesIn(article(number), wanted));
  }
  if (!lookup.left.length) lookup.found.splice(lookup.drawn, Infinity, ...lookup.found.slice(lookup.drawn).sort(ORDERS[wanted.order]));
  drawLines();
}

function wantedLines() {
  const fields = kwicForm.elements;
  const value = (name) => (fields[name].value === "" ? null : Number(fields[name].value));
  return { outlet: value("outlet"), voice: value("voice"), kind: value("kind"), order: fields.order.value };
}

function searchLines() {
  const wanted = wantedLines();
  lookup.exact = kwicForm.elements.exact.checked;
  lookup.pattern = patternOf(kwicForm.elements.term.value, lookup.exact);
  lookup.turn += 1;
  Object.assign(lookup, { found: [], drawn: 0, articles: 0, left: [] });
  document.getElementById("kwic-lines").replaceChildren();
  if (lookup.pattern) {
    const all = { outlets: wanted.outlet === null ? [] : [wanted.outlet], event: null, shared: [], copies: false };
    lookup.left = candidates(all);
  }
  readLines(lookup.turn, wanted);
}

function watchKwic() {
  if (!kwicForm) return;
  const fill = (name, labels) => kwicForm.elements[name].append(
    ...labels.map((label, number) => make("option", { value: number }, label)));
  fill("outlet", data.outlets);
  fill("voice", VOICES);
  fill("kind", data.kinds.map(([label]) => label));
  let waiting = 0;
  kwicForm.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(searchLines, 150);
  });
  kwicForm.addEventListener("submit", (event) => { event.preventDefault(); searchLines(); });
  document.getElementById("kwic-more").addEventListener("click", () => readLines(lookup.turn, wantedLines()));
  for (const button of document.querySelectorAll("[data-term]")) {
    button.addEventListener("click", () => {
      kwicForm.elements.term.value = button.dataset.term;
      kwicForm.elements.exact.checked = false;
      for (const name of ["outlet", "voice", "kind"]) kwicForm.elements[name].value = "";
      if (button.dataset.outlet) kwicForm.elements.outlet.value = button.dataset.outlet;
      searchLines();
      document.getElementById("kwic").scrollIntoView();
      kwicForm.elements.term.focus({ preventScroll: true });
    });
  }
}
