// What a number counts: reads the code that queries.py writes, and finds its evidence.
function parseQuery(code) {
  const [show, ...parts] = code.split(" ");
  const query = {
    show, outlets: [], kind: null, voice: null, actor: null, speaker: null, event: null, state: null,
    shared: [], copies: false, n: null,
  };
  const names = { k: "kind", v: "voice", a: "actor", y: "speaker", e: "event", x: "state", n: "n" };
  for (const part of parts) {
    if (part[0] === "o") query.outlets = part.slice(1).split(",").map(Number);
    else if (part[0] === "p") query.shared = part.slice(1).split(",").map(Number);
    else if (part === "c") query.copies = true;
    else query[names[part[0]]] = Number(part.slice(1));
  }
  return query;
}

function sharedEvents(outlets) {
  const who = new Map();
  for (const a of data.articles) {
    if (a.e < 0) continue;
    if (!who.has(a.e)) who.set(a.e, new Set());
    who.get(a.e).add(a.o);
  }
  return new Set([...who.keys()].filter((e) => outlets.every((outlet) => who.get(e).has(outlet))));
}

function articlesOf(query) {
  const shared = query.shared.length ? sharedEvents(query.shared) : null;
  return data.articles
    .map((a, number) => ({ a, number }))
    .filter(({ a }) => (query.copies || !a.w)
      && (!query.outlets.length || query.outlets.includes(a.o))
      && (query.event === null || a.e === query.event)
      && (!shared || shared.has(a.e)))
    .map(({ number }) => article(number));
}

function findingsOf(query) {
  const found = [];
  for (const a of articlesOf(query)) {
    for (const f of a.findings) {
      if ((query.kind === null || f.kinds[0] === query.kind)
        && (query.voice === null || f.voice === query.voice)
        && (query.actor === null || f.actors.some((actor) => belongsTo(actor, query.actor)))) {
        found.push({ a, f });
      }
    }
  }
  return { items: found, n: found.length };
}

// One entry an article judged, with the mentions that its judgement rests on.
function stancesOf(query) {
  const found = [];
  for (const a of articlesOf(query)) {
    for (const s of a.stances) {
      if (s.actor !== query.actor || (query.voice !== null && s.voice !== query.voice)) continue;
      if (query.state !== null && s.state !== query.state) continue;
      const mentions = a.mentions.filter(
        (m) => m.voice === s.voice && belongsTo(m.actor, s.actor));
      found.push({ a, s, mentions });
    }
  }
  return { items: found, n: found.length };
}

function select(query) {
  if (query.show === "f") return findingsOf(query);
  if (query.show === "s") return stancesOf(query);
  if (query.show === "w") return wordsOf(query);
  if (query.show === "h") return harmsOf(query);
  const items = articlesOf(query).map((a) => ({ a }));
  return { items, n: items.length };
}
