// Sets the theme and the language chosen in this browser before the first paint.
const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const spoken = navigator.languages?.some((name) => name.startsWith("zh")) ? "zh" : "en";
document.documentElement.lang = kept("language") === "en" || kept("language") === "zh" ? kept("language") : spoken;
if (kept("theme") === "dark" || kept("theme") === "light") document.documentElement.dataset.theme = kept("theme");
