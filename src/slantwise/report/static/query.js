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
  for (const a of stubs) {
    if (a.e < 0) continue;
    if (!who.has(a.e)) who.set(a.e, new Set());
    who.get(a.e).add(a.o);
  }
  return new Set([...who.keys()].filter((e) => outlets.every((outlet) => who.get(e).has(outlet))));
}

// Numbers of the articles in which a query can find anything, part by part.
function candidates(query) {
  const shared = query.shared.length ? sharedEvents(query.shared) : null;
  return stubs.map((a, number) => ({ a, number }))
    .filter(({ a }) => (query.copies || !a.copy)
      && (!query.outlets.length || query.outlets.includes(a.o))
      && (query.event === null || a.e === query.event)
      && (!shared || shared.has(a.e)))
    .sort((x, y) => x.a.part - y.a.part || x.number - y.number)
    .map(({ number }) => number);
}

function findingsIn(query, a) {
  return a.findings.filter((f) => (query.kind === null || f.kinds[0] === query.kind)
    && (query.voice === null || f.voice === query.voice)
    && (query.actor === null || f.actors.some((actor) => belongsTo(actor, query.actor))))
    .map((f) => ({ a, f }));
}

// The article as judged, with the mentions that its judgement rests on.
function stancesIn(query, a) {
  return a.stances.filter((s) => s.actor === query.actor
    && (query.voice === null || s.voice === query.voice)
    && (query.state === null || s.state === query.state))
    .map((s) => ({
      a, s, mentions: a.mentions.filter((m) => m.voice === s.voice && belongsTo(m.actor, s.actor)),
    }));
}

const FINDERS = { f: findingsIn, s: stancesIn, w: wordsIn, h: harmsIn, a: (_, a) => [{ a }] };

// What a query finds in one article that is at hand.
function itemsIn(query, a) {
  return FINDERS[query.show](query, a);
}
