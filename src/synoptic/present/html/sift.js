// Shows only some of the positions; the page is whole without it.
for (const sift of $$(".sift")) {
  const section = sift.closest("section");
  const rows = $$("tbody tr", section);
  const number = $(".n-shown", sift);
  const chosen = (name) => sift.elements[name].value;
  const draw = () => {
    const who = chosen("who"), stance = chosen("stance"), report = chosen("in");
    const narrowed = Boolean(who || stance || report);
    for (const row of rows) {
      row.hidden = (who && row.parentNode.dataset.who !== who)
        || (stance && row.dataset.stance !== stance)
        || (report && !row.dataset.in.split(" ").includes(report));
    }
    const left = (part) => $$("tbody tr", part).some((row) => !row.hidden);
    for (const part of $$("tbody, table", section)) part.hidden = !left(part);
    for (const part of $$(".proposal, .singles", section)) part.hidden = narrowed && !left(part);
    for (const part of $$(".framing, .own-words", section)) part.hidden = narrowed;
    const singles = $(".singles", section);
    if (singles && narrowed) singles.open = true;
    const n = rows.filter((row) => !row.hidden).length;
    number.textContent = narrowed ? `${n} of ${rows.length} positions` : "";
  };
  sift.hidden = false;
  sift.addEventListener("input", draw);
  sift.addEventListener("reset", () => requestAnimationFrame(draw));
  sift.addEventListener("submit", (event) => event.preventDefault());
  draw();
}
