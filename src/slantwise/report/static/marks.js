// Text with its marks: underline and tag for the kind of a finding, ground for the voice.
function edges(from, to, spans) {
  const places = new Set([from, to]);
  for (const span of spans) {
    if (span.start > from && span.start < to) places.add(span.start);
    if (span.end > from && span.end < to) places.add(span.end);
  }
  return [...places].sort((a, b) => a - b);
}

function covers(span, start, end) {
  return span.start <= start && end <= span.end;
}

function voiceSpans(a, from, to) {
  return a.voices.flatMap(({ voice, speaker, spans }) => spans
    .filter((span) => span.start < to && from < span.end)
    .map((span) => ({ ...span, voice, speaker })));
}

function innermost(spans, start, end) {
  return spans.filter((span) => covers(span, start, end))
    .sort((x, y) => (x.end - x.start) - (y.end - y.start))[0] || null;
}

function markOf(a, f, words, last, first) {
  const line = data.kinds[f.kinds[0]][2];
  const tags = f.kinds.map((kind) => data.kinds[kind][1]).join(" ");
  const attributes = { class: `mk line-${line}`, "data-a": a.number, "data-f": f.number };
  const mark = make("span", first ? { ...attributes, tabindex: "0", role: "button" } : attributes, words);
  if (last) hold(mark, words, make("span", { class: "tag" }, tags));
  return mark;
}

// The tag stays on the line of the last word.
function hold(mark, words, tag) {
  if (words.nodeType !== Node.TEXT_NODE) {
    mark.append(tag);
    return;
  }
  const cut = words.data.search(/\S+$/);
  mark.append(make("span", { class: "hold" }, words.splitText(Math.max(0, cut)), tag));
}

function piece(a, start, end, spans, drawn) {
  let node = document.createTextNode(a.text.slice(start, end));
  for (const f of spans.findings.filter((each) => covers(each, start, end))) {
    node = markOf(a, f, node, end === Math.min(f.end, spans.to), !drawn.has(f.number));
    drawn.add(f.number);
  }
  if (spans.focus && covers(spans.focus, start, end)) node = make("mark", { class: "focus" }, node);
  const voice = innermost(spans.voices, start, end);
  if (!voice || voice.voice === 0) return node;
  const who = actorName(voice.speaker);
  const title = VOICES[voice.voice] + (who ? `, ${who}` : "");
  return make("span", { class: `ground v${voice.voice}`, title }, node);
}

// The stretch from..to of an article; `focus` is a span to set off, `only` limits the findings.
function marked(a, from, to, { focus = null, only = null } = {}) {
  const findings = a.findings.filter((f) => f.start < to && from < f.end && (!only || f === only));
  const spans = { findings, voices: voiceSpans(a, from, to), focus, to };
  const places = edges(from, to, [...findings, ...spans.voices, ...(focus ? [focus] : [])]);
  const out = document.createDocumentFragment();
  const drawn = new Set();
  for (let i = 0; i + 1 < places.length; i += 1) {
    out.append(piece(a, places[i], places[i + 1], spans, drawn));
  }
  return out;
}
