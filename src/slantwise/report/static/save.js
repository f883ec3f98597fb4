// Tables as CSV and figures as SVG, made from what the page shows; texts copied for a paper.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const STYLED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor"];

function hand(name, type, content) {
  const link = make("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function wordsOf(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll("svg, .hidden, .who").forEach((each) => each.remove());
  const parts = [...copy.children].filter((each) => getComputedStyle(each).display !== "inline").length
    ? [...copy.childNodes].map((each) => each.textContent) : [copy.textContent];
  return parts.map((part) => part.replace(/\s+/g, " ").trim()).filter(Boolean).join("; ");
}

function csvCell(text) {
  const plain = text.replace(/^\u2212(?=\d)/, "-");
  const number = /^-?[\d,]*\.?\d+$/.test(plain);
  const safe = number ? plain.replace(/,/g, "") : FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

// One text a place of the grid: a cell over several rows or columns stands in each of them.
function gridOf(table) {
  const grid = [];
  [...table.rows].forEach((row, y) => {
    grid[y] = grid[y] || [];
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y][x] !== undefined) x += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        grid[y + down] = grid[y + down] || [];
        for (let on = 0; on < cell.colSpan; on += 1) grid[y + down][x + on] = wordsOf(cell);
      }
      x += cell.colSpan;
    }
  });
  return grid;
}

function csvOf(tables) {
  return tables.flatMap(gridOf).map((row) => row.map((cell) => csvCell(cell || "")).join(",")).join("\r\n") + "\r\n";
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function styleOf(element) {
  const style = getComputedStyle(element);
  return STYLED.map((name) => `${name}="${escaped(style.getPropertyValue(name))}"`).join(" ");
}

// One line of text for each line that the browser made of a text node.
function textLines(node, origin) {
  const style = getComputedStyle(node.parentElement);
  const lines = [];
  const range = document.createRange();
  for (const word of node.data.matchAll(/\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const box = range.getClientRects()[0];
    if (!box || !box.width) continue;
    const line = lines.find((each) => Math.abs(each.top - box.top) < 2);
    if (line) line.words.push(word[0]);
    else lines.push({ top: box.top, left: box.left, height: box.height, words: [word[0]] });
  }
  const looks = ["font-family", "font-size", "font-weight", "font-style"].map((name) => `${name}="${escaped(style.getPropertyValue(name))}"`).join(" ");
  return lines.map((line) => `<text x="${(line.left - origin.left).toFixed(1)}" y="${(line.top - origin.top + 0.78 * line.height).toFixed(1)}" fill="${style.color}" ${looks}>${escaped(line.words.join(" "))}</text>`);
}

function drawnInside(svg, origin) {
  const box = svg.getBoundingClientRect();
  if (!box.width) return "";
  const view = svg.viewBox.baseVal;
  const scale = Math.min(box.width / view.width, box.height / view.height);
  const left = box.left - origin.left + (box.width - scale * view.width) / 2;
  const top = box.top - origin.top + (box.height - scale * view.height) / 2;
  const shapes = [...svg.querySelectorAll("path, circle, rect, line, text")].map((shape) => {
    const copy = shape.cloneNode(true);
    const own = [...copy.attributes].filter(({ name }) => !["class", "data-q", ...STYLED].includes(name))
      .map(({ name, value }) => `${name}="${escaped(value)}"`).join(" ");
    return `<${shape.tagName} ${own} ${styleOf(shape)}>${escaped(copy.textContent)}</${shape.tagName}>`;
  });
  return `<g transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(3)})">${shapes.join("")}</g>`;
}

// What stands on the page, as one picture: the drawn parts as they are, the words as text.
function svgOf(element) {
  const origin = element.getBoundingClientRect();
  const wide = Math.ceil(element.scrollWidth);
  const high = Math.ceil(element.scrollHeight);
  const texts = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!parent.closest("svg, .hidden") && parent.checkVisibility()) texts.push(...textLines(walk.currentNode, origin));
  }
  const figures = [...element.querySelectorAll("svg")].map((svg) => drawnInside(svg, origin));
  const paper = getComputedStyle(document.body).backgroundColor;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}"><rect width="100%" height="100%" fill="${paper}"/>${figures.join("")}${texts.join("")}</svg>\n`;
}

// Everything between a row of buttons and the row of buttons, or the heading, before it.
function savedBy(button) {
  const found = [];
  for (let at = button.closest(".tools").previousElementSibling; at; at = at.previousElementSibling) {
    if (at.matches(".tools, h2, h3, h4, .lead, summary")) break;
    if (at.matches("table, figure, .wide")) found.unshift(at);
  }
  return found;
}

function saveAs(button) {
  const parts = savedBy(button);
  const name = `slantwise-${button.dataset.name}`;
  if (button.dataset.save === "csv") {
    const tables = parts.flatMap((part) => (part.matches("table") ? [part] : [...part.querySelectorAll("table")]));
    hand(`${name}.csv`, "text/csv", `\ufeff${csvOf(tables)}`);
    return;
  }
  parts.forEach((part, number) => {
    const inner = part.querySelector(":scope > table, :scope > svg") || part;
    hand(`${name}${number ? `-${number + 1}` : ""}.svg`, "image/svg+xml", svgOf(inner.matches("svg") ? part : inner));
  });
}

function copyText(button) {
  const source = document.getElementById(button.dataset.copy);
  const done = () => {
    const before = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 1500);
  };
  const byHand = () => {
    getSelection().selectAllChildren(source);
    button.textContent = "Selected: copy with your keyboard";
  };
  if (navigator.clipboard) navigator.clipboard.writeText(source.textContent.trim()).then(done, byHand);
  else byHand();
}
