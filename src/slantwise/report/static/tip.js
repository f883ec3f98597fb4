// What was judged of one mark, shown on pointing, focus or press.
const tip = document.getElementById("tip");
let tipped = null;

function facts(a, f) {
  const kinds = f.kinds.map((kind) => data.kinds[kind][0]).join(", ");
  const actors = f.actors.map(actorName).join(", ");
  const direction = f.actors.length ? `${STATES[f.direction]} ${actors}` : "no actor";
  return [
    ["kind", kinds],
    ["voice", VOICES[f.voice]],
    ["speaker", f.voice === 1 || f.voice === 2 ? actorName(f.speaker) || "not found" : ""],
    ["falls on", direction],
    ["confidence", f.confidence.toFixed(2)],
    ["decided by", f.reason],
  ].filter(([, value]) => value);
}

function showTip(mark) {
  const a = article(Number(mark.dataset.a));
  const list = make("dl");
  for (const [name, value] of facts(a, a.findings[Number(mark.dataset.f)])) {
    list.append(make("dt", null, name), make("dd", null, make("bdi", null, value)));
  }
  // A modal dialog hides whatever stands outside it.
  (mark.closest("dialog") || document.body).append(tip);
  tip.replaceChildren(list);
  tip.hidden = false;
  tipped = mark;
  mark.setAttribute("aria-describedby", "tip");
  placeTip(mark);
}

function placeTip(mark) {
  const at = mark.getClientRects()[0];
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  const below = at.bottom + 8 + tip.offsetHeight < window.innerHeight;
  tip.style.left = `${Math.max(8, Math.min(at.left, room))}px`;
  tip.style.top = `${Math.max(8, below ? at.bottom + 6 : at.top - tip.offsetHeight - 6)}px`;
}

function hideTip() {
  if (!tipped) return false;
  tipped.removeAttribute("aria-describedby");
  tipped = null;
  tip.hidden = true;
  return true;
}

function onMark(event, act) {
  const mark = event.target instanceof Element && event.target.closest(".mk[data-f]");
  if (mark) act(mark);
}

function watchMarks() {
  document.addEventListener("mouseover", (event) => onMark(event, showTip));
  document.addEventListener("mouseout", (event) => onMark(event, hideTip));
  document.addEventListener("focusin", (event) => onMark(event, showTip));
  document.addEventListener("focusout", (event) => onMark(event, hideTip));
  document.addEventListener("click", (event) => onMark(event, showTip));
  window.addEventListener("scroll", () => { if (tipped) placeTip(tipped); }, { passive: true, capture: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && hideTip()) event.preventDefault();
  }, true);
}
