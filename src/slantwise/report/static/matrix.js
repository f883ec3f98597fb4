// Tables of many outlets: rows found by the outlet's name, sorted by a column.
function valueIn(row, column) {
  const text = (row.cells[column].querySelector("button, .none") || row.cells[column]).textContent;
  const number = parseFloat(text.replace("\u2212", "-").replace(/,/g, ""));
  return Number.isNaN(number) ? null : number;
}

// Cells without a figure stand last, whichever way the others are sorted.
function compareRows(column, way) {
  return (x, y) => {
    const [a, b] = [valueIn(x, column), valueIn(y, column)];
    if (a === null || b === null) return (a === null) - (b === null) || x.dataset.at - y.dataset.at;
    return way * (a - b) || x.dataset.at - y.dataset.at;
  };
}

function sortRows(table, column) {
  const heading = table.tHead.rows[0].cells[column];
  const next = { descending: "ascending", ascending: "none" }[heading.getAttribute("aria-sort")] || "descending";
  for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", next);
  const order = next === "none" ? (x, y) => x.dataset.at - y.dataset.at
    : compareRows(column, next === "descending" ? -1 : 1);
  table.tBodies[0].append(...[...table.tBodies[0].rows].sort(order));
}

function findRows(input) {
  const wanted = folded(input.value.trim());
  const rows = [...document.getElementById(`rows-${input.dataset.rows}`).tBodies[0].rows];
  for (const row of rows) row.hidden = !folded(row.cells[0].querySelector("bdi").textContent).includes(wanted);
  const found = rows.filter((row) => !row.hidden).length;
  input.closest(".find").querySelector(".sort").textContent = wanted ? `${found} of ${rows.length} outlets` : "";
}

function watchMatrices() {
  for (const table of document.querySelectorAll(".matrix")) {
    [...table.tBodies[0].rows].forEach((row, at) => { row.dataset.at = at; });
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      const by = heading.querySelector(".by");
      if (!by) return;
      const button = make("button", { type: "button" }, ...by.childNodes);
      button.addEventListener("click", () => sortRows(table, column));
      by.append(button);
    });
  }
  for (const input of document.querySelectorAll("[data-rows]")) {
    input.addEventListener("input", () => findRows(input));
  }
}
