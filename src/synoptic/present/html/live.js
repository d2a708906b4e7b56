// What moves on the pages of the workspace; every page works without it.
const find = (selector) => document.querySelector(selector);
const findAll = (selector) => [...document.querySelectorAll(selector)];
const body = document.body;
const main = find("#main");
const settings = { get: (key) => { try { return localStorage.getItem("synoptic." + key); } catch { return null; } } };

// New reports: say so, and leave it to the reader when to look.
const waiting = find("#being-read");
const story = location.pathname.match(/\/stories\/([^/]+)$/)?.[1];
const shows = !story && find(".stories, .single, .empty");
const fresh = find("#fresh");
let n = 0;
function announce(text) {
  fresh.replaceChildren(text + " ");
  const link = document.createElement("a");
  link.href = location.href.split("#")[0];
  link.textContent = "Show";
  fresh.append(link);
  fresh.hidden = false;
}
// A browser keeps six connections to a server: pages that nobody looks at let go of theirs.
let source = null;
let last = 0;
function listen() {
  source?.close();
  source = null;
  if (document.hidden) return;
  const address = new URL(body.dataset.live, location.href);
  if (last) address.searchParams.set("since", last);
  source = new EventSource(address);
  source.addEventListener("report", (event) => {
    last = event.lastEventId || last;
    const told = JSON.parse(event.data);
    if (story && told.story !== story) return;
    n += 1;
    announce(n === 1 ? "1 new report." : `${n} new reports.`);
  });
  source.addEventListener("story", (event) => { last = event.lastEventId || last; });
  // What was read between the page and this line was told to nobody here.
  source.addEventListener("ready", async () => {
    if (!waiting) return;
    const answer = await fetch(location.href);
    if (answer.ok && !(await answer.text()).includes('id="being-read"')) location.reload();
  });
  source.addEventListener("read", (event) => {
    const told = JSON.parse(event.data);
    if (shows && find(".reading") && scrollY < 100) location.reload();
    if (told.story !== story) return;
    if (waiting) location.reload();
    else announce("The story was read again.");
  });
}
if (body.dataset.live && (shows || story)) {
  listen();
  document.addEventListener("visibilitychange", () => {
    if (waiting && !document.hidden) location.reload();
    else listen();
  });
  addEventListener("pagehide", () => source?.close());
}

// "Set right" beside a proposal: the forms are about that one.
for (const link of findAll(".fix-link")) {
  link.addEventListener("click", () => {
    const of = `[data-id="${link.dataset.proposal}"]`;
    for (const option of findAll(`option${of}, optgroup${of} > option:first-child`)) option.selected = true;
  });
}

// Keys: / to search, j and k from line to line.
const lines = findAll(".stories h2 a, .single li a, .hits h3 a, .records .said");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || settings.get("letters") === "off") return;
  if (event.target.closest("input, textarea, select, dialog[open]")) return;
  if (event.key === "/") {
    event.preventDefault();
    find(".quick input")?.focus();
  } else if ((event.key === "j" || event.key === "k") && lines.length) {
    const at = lines.indexOf(document.activeElement);
    const next = lines[event.key === "j" ? at + 1 : at - 1];
    if (next) { event.preventDefault(); next.focus(); next.scrollIntoView({ block: "nearest" }); }
  }
});

// Files can be dropped anywhere on the page that takes them.
const files = find("#f-files");
if (files) {
  const over = (on) => body.classList.toggle("dropping", on);
  addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });
}

// A link to selected words: report, place in code points, the words, and what stands beside them.
const text = find(".text[data-report]");
if (text) {
  const CONTEXT = 32;
  const points = (string) => [...string];
  const bodyOf = (block) => {
    const range = document.createRange();
    range.selectNodeContents(block);
    const label = block.querySelector(".what");
    if (label) range.setStartAfter(label);
    return range;
  };
  const link = document.createElement("a");
  link.className = "to-words";
  link.textContent = "Link to these words";
  link.hidden = true;
  body.append(link);
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const block = range && (range.commonAncestorContainer.closest?.("[data-start]")
      ?? range.commonAncestorContainer.parentElement?.closest("[data-start]"));
    const words = String(selection).trim();
    link.hidden = !block || !text.contains(block) || words.length < 2;
    if (link.hidden) return;
    const before = bodyOf(block);
    const whole = points(before.toString());
    before.setEnd(range.startContainer, range.startOffset);
    const lead = points(range.toString()).length - points(range.toString().trimStart()).length;
    const start = points(before.toString()).length + lead;
    const length = points(range.toString().trim()).length;
    const base = Number(block.dataset.start);
    const address = new URLSearchParams({
      report: text.dataset.report, start: base + start, end: base + start + length,
      exact: whole.slice(start, start + length).join(""),
      prefix: whole.slice(Math.max(0, start - CONTEXT), start).join(""),
      suffix: whole.slice(start + length, start + length + CONTEXT).join(""),
    });
    link.href = `${text.dataset.evidence}?${address}`;
    const box = range.getBoundingClientRect();
    link.style.left = `${Math.max(8, box.left + scrollX)}px`;
    link.style.top = `${box.bottom + scrollY + 6}px`;
  });
}
