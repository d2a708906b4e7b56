// Colours as the reader chose them; every page begins with this.
const memory = {
  get(key) { try { return localStorage.getItem("synoptic." + key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem("synoptic." + key, value); } catch { /* private mode */ } },
};
const themes = ["auto", "light", "dark"];
const named = { auto: "as the system", light: "light", dark: "dark" };
const colours = document.querySelector("#theme");
let theme = themes.includes(memory.get("theme")) ? memory.get("theme") : "auto";
function paint() {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  colours.querySelector("span").textContent = named[theme];
}
colours.addEventListener("click", () => {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length];
  memory.set("theme", theme);
  paint();
});
colours.parentElement.hidden = false;
paint();

