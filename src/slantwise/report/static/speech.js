// Evidence of who speaks and who is named as a doer.
function saidBy(speaker, wanted) {
  return speaker >= 0 && belongsTo(speaker, wanted);
}

// The stretches of a speaker, or what the speaker says of an actor, as one entry an article.
function wordsIn(query, a) {
  const quotes = query.actor === null
    ? a.voices.filter((v) => (v.voice === 1 || v.voice === 2) && saidBy(v.speaker, query.speaker)
      && (query.voice === null || v.voice === query.voice))
    : a.mentions.filter((m) => m.voice !== 0 && saidBy(m.speaker, query.speaker)
      && belongsTo(m.actor, query.actor) && !belongsTo(m.actor, query.speaker));
  return quotes.length ? [{ a, quotes }] : [];
}

const doersOf = new Map();

// Doers that some article on the event names; a part holds whole events.
function namedDoers(a) {
  const key = a.event < 0 ? `a${a.number}` : a.event;
  if (!doersOf.has(key)) {
    const numbers = a.event < 0 ? [a.number] : numbersAt(a.event);
    const harms = numbers.flatMap((number) => article(number).harms);
    doersOf.set(key, [...new Set(harms.filter((h) => data.forms[h.form][1] && h.doer >= 0).map((h) => h.doer))]);
  }
  return doersOf.get(key);
}

// A harm without a doer counts where some article on the event names that doer.
function harmsIn(query, a) {
  const known = namedDoers(a);
  return a.harms.filter((h) => h.voice === query.voice && h.doer >= 0 && belongsTo(h.doer, query.actor)
    && (data.forms[h.form][1] || known.some((doer) => belongsTo(doer, query.actor))))
    .map((h) => ({ a, f: h, h }));
}

function quoteOf(a, quote) {
  const spans = quote.spans || [quote];
  const what = "state" in quote
    ? `of ${actorName(quote.actor)}: ${STATES[quote.state]}${quote.state === 4 ? "" : ` (${quote.confidence.toFixed(2)})`}`
    : VOICES[quote.voice];
  return make("div", { class: "mention" }, sentenceOf(a, spans[0], { focus: spans[0] }),
    make("p", { class: "said" }, make("span", null, what),
      make("span", null, make("bdi", null, actorName(quote.speaker)))));
}

function wordsItem({ a, quotes }) {
  return make("li", null, where(a), ...quotes.map((quote) => quoteOf(a, quote)), toArticle(a, null));
}

function harmItem({ a, h }) {
  const named = data.forms[h.form][1];
  return make("li", null, where(a), sentenceOf(a, h, { focus: h }),
    make("p", { class: "said" }, make("span", null, data.forms[h.form][0]),
      make("span", null, named ? "named: " : "likely doer, from the article: ",
        make("bdi", null, actorName(h.doer)))),
    toArticle(a, null));
}
