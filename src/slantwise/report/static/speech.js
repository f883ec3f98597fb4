// Evidence of who speaks and who is named as a doer.
function saidBy(speaker, wanted) {
  return speaker >= 0 && belongsTo(speaker, wanted);
}

// One entry an article: the stretches of a speaker, or what the speaker says of an actor.
function wordsOf(query) {
  const found = [];
  for (const a of articlesOf(query)) {
    const quotes = query.actor === null
      ? a.voices.filter((v) => (v.voice === 1 || v.voice === 2) && saidBy(v.speaker, query.speaker)
        && (query.voice === null || v.voice === query.voice))
      : a.mentions.filter((m) => m.voice !== 0 && saidBy(m.speaker, query.speaker)
        && belongsTo(m.actor, query.actor) && !belongsTo(m.actor, query.speaker));
    if (quotes.length) found.push({ a, quotes });
  }
  return { items: found, n: found.length };
}

// A harm without a doer counts where some article on the event names that doer.
function namedDoers() {
  const named = new Map();
  data.articles.forEach((packed, number) => {
    for (const h of article(number).harms) {
      if (!data.forms[h.form][1] || h.doer < 0) continue;
      const key = packed.e < 0 ? `a${number}` : packed.e;
      if (!named.has(key)) named.set(key, new Set());
      named.get(key).add(h.doer);
    }
  });
  return named;
}

function harmsOf(query) {
  const named = namedDoers();
  const found = [];
  for (const a of articlesOf(query)) {
    const known = [...(named.get(a.event < 0 ? `a${a.number}` : a.event) || [])];
    for (const h of a.harms) {
      if (h.voice !== query.voice || h.doer < 0 || !belongsTo(h.doer, query.actor)) continue;
      if (data.forms[h.form][1] || known.some((doer) => belongsTo(doer, query.actor))) {
        found.push({ a, f: h, h });
      }
    }
  }
  return { items: found, n: found.length };
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
