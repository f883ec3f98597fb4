// The embedded evidence, unpacked article by article when it is first needed.
// The columns are written by packing.py.
const embedded = JSON.parse(document.getElementById("evidence-data").textContent);
const split = Boolean(embedded.index);
const astray = split && !window.slantwiseIndex;
const NOTHING = {
  redacted: false, outlets: [], forms: [], kinds: [], actors: [], events: [], kindsets: [],
  actorsets: [], reasons: [], said: [], parts: [], days: [], articles: [],
};
const data = astray ? NOTHING : window.slantwiseIndex || embedded;
const stubs = split
  ? data.articles.map(([o, e, copy, part]) => ({ o, e, copy: Boolean(copy), part }))
  : data.articles.map((a) => ({ o: a.o, e: a.e, copy: a.w !== "", part: -1 }));
const packedArticles = split ? new Map() : new Map(data.articles.map((a, number) => [number, a]));
const VOICES = ["outlet’s own words", "direct quotation", "reported speech", "scare quotation marks"];
const STATES = ["against", "neutral", "favour", "abstained", "failed"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

function chain(steps) {
  const spans = [];
  let reached = 0;
  for (let i = 0; i < steps.length; i += 2) {
    const start = reached + steps[i];
    reached = start + steps[i + 1];
    spans.push({ start, end: reached });
  }
  return spans;
}

function rows(flat, width) {
  const out = [];
  for (let i = 0; i < flat.length; i += width) out.push(flat.slice(i, i + width));
  return out;
}

// The first number of a row counts from that of the row before.
function stepped(flat, width) {
  let before = 0;
  return rows(flat, width).map(([step, ...rest]) => {
    before += step;
    return [before, ...rest];
  });
}

function finding([start, length, kindset, voice, speaker, actorset, direction, sure, why], number) {
  return {
    number, start, end: start + length, kinds: data.kindsets[kindset], voice, speaker: speaker - 1,
    actors: data.actorsets[actorset], direction, confidence: sure / 100, reason: data.reasons[why].map((piece) => data.said[piece]).join(" "),
  };
}

function mention([start, length, actor, speaker, voiceAndState, sure]) {
  return {
    start, end: start + length, actor, speaker: speaker - 1, confidence: sure / 100,
    voice: Math.floor(voiceAndState / STATES.length), state: voiceAndState % STATES.length,
  };
}

function judgement([actor, voice, state, score]) {
  return { actor, voice, state, score: score / 100 };
}

function harm([start, length, form, voice, doer]) {
  return { start, end: start + length, form, voice, doer: doer - 1 };
}

const unpacked = new Map();
const reading = new Map();

// A part is a script, for a page opened from a disk may read nothing else.
window.slantwisePart = (part, numbers, articles) => {
  numbers.forEach((number, at) => packedArticles.set(number, articles[at]));
};

function atHand(number) {
  return packedArticles.has(number);
}

function readPartOf(number) {
  const name = data.parts[stubs[number].part];
  if (!reading.has(name)) {
    reading.set(name, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = name;
      script.addEventListener("load", done);
      script.addEventListener("error", () => {
        reading.delete(name);
        failed(new Error(`${name} could not be read: keep the folder “evidence” beside this page.`));
      });
      document.head.append(script);
    }));
  }
  return reading.get(name);
}

// Calls `then` at once where all articles are at hand, else when their parts are read.
function withArticles(numbers, then, failed) {
  const missing = numbers.filter((number) => !atHand(number));
  if (missing.length) Promise.all(missing.map(readPartOf)).then(then, failed);
  else then();
}

function article(number) {
  if (!unpacked.has(number)) {
    const a = packedArticles.get(number);
    unpacked.set(number, {
      number, id: a.id, outlet: a.o, event: a.e, date: a.d, copyOf: a.w, words: a.n, language: a.l,
      text: data.redacted ? "" : a.x,
      title: chain(a.t)[0] || null, paragraphs: chain(a.p), sentences: chain(a.s),
      voices: a.q.map(([voice, speaker, ...steps]) => ({ voice, speaker, spans: chain(steps) })),
      findings: stepped(a.f, 9).map(finding), mentions: stepped(a.m, 6).map(mention),
      stances: rows(a.j, 4).map(judgement), harms: stepped(a.h, 5).map(harm),
      acts: rows(a.k, 2).map(([act, at]) => ({ act, at })),
    });
  }
  return unpacked.get(number);
}

// The sentence that `span` starts in, made longer where the span runs beyond it.
function sentenceAt(a, span) {
  let found = span;
  for (const sentence of a.sentences) {
    if (sentence.start <= span.start) found = sentence;
  }
  return { start: Math.min(found.start, span.start), end: Math.max(found.end, span.end) };
}

function headline(a) {
  if (data.redacted) return a.id;
  return a.title ? a.text.slice(a.title.start, a.title.end) : "Without a headline";
}

function actorName(number) {
  return number < 0 ? "" : data.actors[number][0];
}

function belongsTo(member, actor) {
  const seen = new Set();
  for (let at = member; at >= 0 && !seen.has(at); at = data.actors[at][1]) {
    if (at === actor) return true;
    seen.add(at);
  }
  return false;
}

function day(iso) {
  if (!iso) return "no date";
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

// Every text goes into the page through here: as text, never as markup.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}
