// The state that all screens read: the person, the language, the network.
const root = document.documentElement;
const watchers = new Set();

export const state = {
  me: null, // the answer of GET /v1/me
  known: keep("signed-in") === "yes", // somebody was signed in here when the page was last open
  why: null, // why nobody is signed in: "expired" after a session ended elsewhere
  language: root.lang === "en" ? "en" : "zh",
  theme: root.dataset.theme ?? "auto",
  online: navigator.onLine,
  demo: "demo" in root.dataset,
  toasts: [],
  unread: 0, // notifications
  fresh: 0, // shares that came into my circle since I last read it
  guided: false, // the guided tour is on the page
  shown: {}, // what the last screen of each kind showed: {trust: share}, {ledger: shares}
  heard: null, // the last notification that came while the page was open
};

// Call `tell` after every change; the returned function stops it.
export function watch(tell) {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

export function change(changes) {
  Object.assign(state, changes);
  for (const tell of [...watchers]) tell(changes);
}

// Read a value that this browser keeps, or write it when a value is given; null removes it.
export function keep(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch { /* without storage the browser forgets the choice, and all else works */ }
  return value ?? null;
}

export function signedIn(me) {
  keep("signed-in", "yes");
  change({ me, known: true, why: null });
}

export function signedOut(why = null) {
  keep("signed-in", null);
  change({ me: null, known: false, why, unread: 0, fresh: 0, heard: null, shown: {} });
}

export function setTheme(theme) {
  keep("theme", theme === "auto" ? null : theme);
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  change({ theme });
}

let toastId = 0;
// Show a sentence at the foot of the screen; it disappears by itself.
export function say(text, kind = "good") {
  const toast = { id: ++toastId, text, kind };
  change({ toasts: [...state.toasts.slice(-2), toast] });
  setTimeout(() => change({ toasts: state.toasts.filter((each) => each !== toast) }), kind === "bad" ? 7000 : 4000);
}

addEventListener("online", () => change({ online: true }));
addEventListener("offline", () => change({ online: false }));
// Another tab signed in or out, or chose another language or theme.
addEventListener("storage", ({ key }) => {
  if (key === "signed-in" || key === "language" || key === null) location.reload();
});
