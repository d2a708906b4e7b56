// The page is complete without this; here is what moves.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const root = document.documentElement;
root.classList.add("js");

const columnOf = (cell) => [...cell.classList].find((name) => name.startsWith("r-")).slice(2);
const rows = $(".rows");
const base = rows.dataset.base;
const lines = $$(".row", rows).map((row) => [row, $$(".cell", row).map((cell) => [cell, columnOf(cell)])]);
const choices = $$(".choose button");
const order = choices.map((button) => button.value);
const filters = $$(".filters input");
const said = $("#said");
const narrow = matchMedia("(max-width: 45rem)");

// Which passages stand for one another.
const passages = $$(".p", rows);
const siglumOf = (passage) => passage.id.replace(/\d+$/, "");
const byUnit = new Map();
for (const passage of passages) {
  const unit = passage.dataset.u;
  if (unit) byUnit.set(unit, [...(byUnit.get(unit) ?? []), passage]);
}
const counterparts = (passage) => [
  ...(byUnit.get(passage.dataset.u) ?? []),
  ...(passage.dataset.to ?? "").split(" ").filter(Boolean).map((id) => document.getElementById(id)),
].filter((other) => other && siglumOf(other) !== siglumOf(passage));
const bars = new Map($$(".strip rect").map((bar) => [bar.dataset.p, bar]));

// Columns: the base stays, the others come and go.
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
const shifts = new Map();
let shown = [];

// Asks for the window's width, not the rows': that would lay out every column first.
function room() {
  if (narrow.matches) return 2;
  return Math.max(2, Math.min(6, Math.floor(Math.min(innerWidth, 1888) / 360)));
}
function draw() {
  const rules = shown.map((siglum, at) => {
    return `.r-${siglum} { --at: ${at + 1}; --shift: ${shifts.get(siglum) ?? 0}px; }`;
  });
  sheet.replaceSync(rules.join("\n"));
  root.style.setProperty("--cols", shown.length);
  for (const [row, cells] of lines) {
    // Their labels above the columns are no words to be found.
    const away = row.matches(".tops") || "until-found";
    for (const [cell, siglum] of cells) cell.hidden = shown.includes(siglum) ? false : away;
    row.hidden = cells.some(([cell]) => !cell.hidden) ? false : away;
  }
  rows.dataset.away = order.filter((siglum) => !shown.includes(siglum)).join(", ");
  for (const button of choices) button.setAttribute("aria-pressed", shown.includes(button.value));
}
function show(sigla) {
  shown = order.filter((siglum) => sigla.includes(siglum));
  draw();
}
function bringIn(siglum) {
  if (shown.includes(siglum)) return;
  const keep = shown.filter((each) => each === base || shown.length < room());
  const others = shown.filter((each) => !keep.includes(each));
  const step = order.indexOf(siglum) > order.indexOf(others.at(-1) ?? base) ? others.slice(1) : others.slice(0, -1);
  show([...keep, ...step, siglum]);
  say(`${siglum} is shown`);
}
choices.forEach((button) => button.addEventListener("click", () => {
  const siglum = button.value;
  if (!shown.includes(siglum)) {
    if (shown.length < 6 && !narrow.matches) show([...shown, siglum]);
    else bringIn(siglum);
  } else if (shown.length > 1) show(shown.filter((each) => each !== siglum));
}));
// Words that the browser found in a column that is not shown.
rows.addEventListener("beforematch", (event) => {
  const cell = event.target.closest(".cell");
  if (cell) bringIn(columnOf(cell));
});
// Whose letter it is, far below the list of names.
for (const letter of $$("a.sg")) {
  const name = document.getElementById(letter.textContent.trim())?.querySelector("h3 bdi");
  if (name) letter.title = name.textContent;
}
$(".choose").hidden = order.length < 3;
$(".tools").hidden = false;

// Light: a passage and what stands for it.
let here = null;
function light(passage) {
  for (const lit of $$(".lit", rows)) lit.classList.remove("lit");
  if (!passage) return;
  for (const each of [passage, ...counterparts(passage)]) {
    each.classList.add("lit");
    bars.get(each.id)?.classList.add("lit");
  }
}
// Slide the other columns so that each counterpart stands level with the passage.
function lineUp(passage, { always }) {
  if (narrow.matches) return;
  const level = passage.getBoundingClientRect().top;
  const done = new Set([siglumOf(passage)]);
  let moved = false;
  for (const other of counterparts(passage)) {
    const siglum = siglumOf(other);
    if (done.has(siglum) || !shown.includes(siglum)) continue;
    done.add(siglum);
    const box = other.getBoundingClientRect();
    const current = slide(siglum);
    const top = box.top - current.now + current.goal;
    const inView = top > 80 && top + box.height < innerHeight;
    if (!always && inView) continue;
    const shift = Math.round(current.goal + level - top);
    if (Math.abs(shift - current.goal) > 2) { shifts.set(siglum, shift); moved = true; }
  }
  if (moved) draw();
}
function slide(siglum) {
  const cell = $(`.row:not(.heads, .tops) .r-${siglum}`, rows);
  const now = cell ? parseFloat(getComputedStyle(cell).translate.split(" ")[1] ?? "0") : 0;
  return { now: now || 0, goal: shifts.get(siglum) ?? 0 };
}
function slideBack() {
  if (![...shifts.values()].some(Boolean)) return;
  const moved = here ? shifts.get(siglumOf(here)) ?? 0 : 0;
  shifts.clear();
  draw();
  if (moved) scrollBy({ top: -moved, behavior: "instant" });
}
function take(passage, { focus = true } = {}) {
  if (!passage) return;
  bringIn(siglumOf(passage));
  if (here !== passage) {
    here?.classList.remove("here");
    here?.setAttribute("tabindex", "-1");
    for (const link of here ? $$("a", here) : []) link.tabIndex = -1;
    here = passage;
    passage.classList.add("here");
    passage.tabIndex = 0;
    for (const link of $$("a", passage)) link.tabIndex = 0;
    history.replaceState(null, "", `#${passage.id}`);
  }
  if (focus) passage.focus({ preventScroll: true });
  const box = passage.getBoundingClientRect();
  if (box.top < 90 || box.bottom > innerHeight - 40) {
    scrollBy({ top: box.top - innerHeight / 3, behavior: "instant" });
  }
  light(passage);
  lineUp(passage, { always: true });
}
function letGo() {
  slideBack();
  if (here) history.replaceState(null, "", location.pathname + location.search);
  here?.classList.remove("here");
  here = null;
  light(null);
}

for (const passage of passages) {
  passage.tabIndex = -1;
  for (const link of $$("a", passage)) link.tabIndex = -1;
}
if (passages[0]) passages[0].tabIndex = 0;

let dwell = 0;
rows.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const bar = event.target.closest("rect");
  const passage = bar ? document.getElementById(bar.dataset.p) : event.target.closest(".p");
  clearTimeout(dwell);
  light(passage ?? here);
  if (passage && !bar && !here) dwell = setTimeout(() => lineUp(passage, { always: false }), 700);
});
rows.addEventListener("pointerleave", () => { clearTimeout(dwell); light(here); });
rows.addEventListener("focusin", (event) => {
  const passage = event.target.closest(".p");
  if (passage && passage !== here) take(passage, { focus: false });
});
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const passage = target?.closest(".p");
    if (passage) {
      event.preventDefault();
      const near = link.closest(".p");
      if (near) { take(near); goAcross(near, passage); } else { slideBack(); take(passage); }
    } else if (target?.closest(".cell")) bringIn(columnOf(target.closest(".cell")));
    return;
  }
  const bar = event.target.closest("rect");
  if (bar) { slideBack(); take(document.getElementById(bar.dataset.p)); return; }
  const passage = event.target.closest(".p");
  if (passage && String(getSelection()) === "") take(passage);
  else if (!passage && here && rows.contains(event.target)) letGo();
});
function goAcross(from, to) {
  bringIn(siglumOf(to));
  lineUp(from, { always: true });
  take(to);
}

// Keys.
const wanted = () => {
  const kinds = filters.filter((box) => box.checked).map((box) => `k-${box.value}`);
  return (passage) => !kinds.length || kinds.some((kind) => passage.classList.contains(kind));
};
function step(by) {
  const fits = wanted();
  const from = here ?? null;
  const column = siglumOf(from ?? passages.find((p) => siglumOf(p) === base) ?? passages[0]);
  const list = passages.filter((p) => siglumOf(p) === column);
  let at = from ? list.indexOf(from) : by > 0 ? -1 : list.length;
  do at += by; while (list[at] && !fits(list[at]));
  if (list[at]) take(list[at]);
  else say(by > 0 ? `no further passage in ${column}` : `no earlier passage in ${column}`);
}
function across(by) {
  if (!here) return step(1);
  const at = order.indexOf(siglumOf(here)) + by;
  const siglum = order[at];
  if (!siglum) return say("no further report");
  const same = counterparts(here).find((p) => siglumOf(p) === siglum);
  if (same) return goAcross(here, same);
  bringIn(siglum);
  const level = here.getBoundingClientRect().top;
  const near = passages.filter((p) => siglumOf(p) === siglum)
    .map((p) => [Math.abs(p.getBoundingClientRect().top - level), p])
    .sort((a, b) => a[0] - b[0])[0]?.[1];
  if (near) take(near);
  else say(`${siglum} has no body text`);
}
// The words of the passage and where they stand, ready to be put into a text.
async function cite() {
  if (!here) return say("no passage is chosen");
  const words = $(".w", here).cloneNode(true);
  for (const aside of $$(".vh, .there, .gap, .who", words)) aside.remove();
  const head = document.getElementById(siglumOf(here));
  const from = ["h3 bdi", ".title", "time"].map((part) => $(part, head)?.textContent.trim()).filter(Boolean);
  const place = location.protocol === "file:" ? `passage ${here.id}` : location.href;
  const line = `${words.textContent.replace(/\s+/g, " ").trim()} (${[...from, place].join(", ")})`;
  try {
    await navigator.clipboard.writeText(line);
    say(`${here.id} is in the clipboard with its source`);
  } catch {
    say("this browser does not let the page reach the clipboard");
  }
}
const keys = {
  j: () => step(1), k: () => step(-1), n: () => across(1), p: () => across(-1),
  f: () => filters[0].focus(), u: toTable, c: cite, "?": openHelp,
};
const arrows = { ArrowDown: keys.j, ArrowUp: keys.k, ArrowRight: keys.n, ArrowLeft: keys.p };
function toTable() {
  const line = here && document.getElementById("u" + here.dataset.u);
  if (!line) return say("this passage has no number in the table");
  line.scrollIntoView({ block: "center" });
  $("a", line)?.focus();
}
const letters = $("#letters");
letters.checked = memory.get("letters") !== "off";
letters.addEventListener("change", () => memory.set("letters", letters.checked ? "on" : "off"));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("#help").open) return;
  if (event.key === "Escape" && here) { letGo(); return; }
  if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const act = document.activeElement?.closest(".p") ? arrows[event.key] : undefined;
  const lettered = letters.checked ? keys[event.key] : undefined;
  const found = act ?? lettered;
  if (!found) return;
  event.preventDefault();
  found();
});
filters.forEach((box) => box.addEventListener("change", () => {
  const fits = wanted();
  const n = passages.filter(fits).length;
  say(filters.some((each) => each.checked) ? `${n} passages of ${passages.length}` : "all passages");
}));
function say(text) {
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = text; });
}

// Help.
function openHelp() { $("#help").showModal(); }
$("#help-open").addEventListener("click", openHelp);

show(order.slice(0, room()));
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  shifts.clear();
  show(shown.length > room() ? shown.slice(0, room()) : order.slice(0, room()));
});
if (location.hash) take(document.getElementById(location.hash.slice(1))?.closest(".p"));
