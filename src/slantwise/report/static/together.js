// Articles that scroll together by what they cover: paragraphs are paired by the acts that both
// tell (aligned by slantwise), and by the rare words they share.
const PAIRED = 0.14;
const PER_ACT = 0.3;

function stems(text) {
  const words = folded(text).match(/[\p{L}\p{N}]{3,}/gu) || [];
  return new Set(words.map((word) => word.slice(0, 6)));
}

function blocksOf(a) {
  return [a.title, ...a.paragraphs].filter(Boolean).map((span) => ({
    span, stems: stems(a.text.slice(span.start, span.end)),
    acts: new Set(a.acts.filter(({ at }) => span.start <= at && at < span.end).map(({ act }) => act)),
  }));
}

// How telling a stem is: one that half the paragraphs hold tells nothing.
function weigh(articles) {
  const all = articles.flat();
  const held = new Map();
  for (const each of all) for (const stem of each.stems) held.set(stem, (held.get(stem) || 0) + 1);
  const weight = (stem) => Math.max(0, Math.log(all.length / (2 * held.get(stem)))) ** 2;
  for (const each of all) {
    each.weights = new Map([...each.stems].map((stem) => [stem, weight(stem)]));
    each.total = [...each.weights.values()].reduce((sum, one) => sum + one, 0);
  }
}

function likeness(one, other) {
  let shared = 0;
  for (const [stem, weight] of one.weights) if (other.weights.has(stem)) shared += weight;
  const cosine = shared ? shared / Math.sqrt(one.total * other.total) : 0;
  const acts = [...one.acts].filter((act) => other.acts.has(act)).length;
  return cosine + PER_ACT * Math.min(acts, 2);
}

// For each article and each of its blocks: the number of the best block in every other, or -1.
function paragraphLinks(articles) {
  const blocks = articles.map(blocksOf);
  weigh(blocks);
  return blocks.map((mine) => mine.map((one) => blocks.map((theirs) => {
    const scores = theirs.map((other) => likeness(one, other));
    const best = scores.indexOf(Math.max(...scores));
    return best >= 0 && scores[best] >= PAIRED ? best : -1;
  })));
}

function together(columns) {
  const box = make("input", { type: "checkbox", name: "together" });
  box.checked = true;
  columns.box = box;
  return make("label", { class: "together" }, box, " Scroll together by what they cover");
}

function blocksShown(column_) {
  return [...column_.querySelectorAll("[data-start]")];
}

// The block that stands at the reading line, a third down the column.
function blockRead(column_) {
  const line = column_.getBoundingClientRect().top + column_.clientHeight / 3;
  const blocks = blocksShown(column_);
  if (column_.scrollTop + column_.clientHeight >= column_.scrollHeight - 2) {
    return column_.scrollTop ? blocks.length - 1 : 0;
  }
  const below = blocks.findIndex((each) => each.getBoundingClientRect().bottom > line);
  return below < 0 ? blocks.length - 1 : below;
}

function showPaired(columns, leader, read) {
  const all = [...columns.children];
  all.forEach((other, number) => {
    const paired = number === leader ? read : columns.links[leader][read][number];
    blocksShown(other).forEach((each, at) => each.classList.toggle("paired", at === paired));
    if (number === leader || paired < 0) return;
    const target = blocksShown(other)[paired];
    const top = target.offsetTop - other.clientHeight / 3 + Math.min(target.offsetHeight / 2, 40);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    other.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
  });
}

function scrollTogether(columns) {
  let leader = null;
  let last = "";
  const lead = (event) => {
    const column_ = event.target instanceof Element && event.target.closest(".article");
    if (column_) leader = column_;
  };
  for (const kind of ["wheel", "touchstart", "pointerdown", "keydown", "focusin"]) {
    columns.addEventListener(kind, lead, { passive: true });
  }
  columns.addEventListener("scroll", (event) => {
    if (event.target !== leader || !columns.links || !columns.box || !columns.box.checked) return;
    const number = [...columns.children].indexOf(leader);
    const read = blockRead(leader);
    const now = `${number} ${read}`;
    if (number < 0 || now === last) return;
    last = now;
    showPaired(columns, number, read);
  }, { capture: true, passive: true });
}
