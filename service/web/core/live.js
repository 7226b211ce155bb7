// Told while it happens: the events of the service, and asking now and then where no event comes through.
import { ask } from "./api.js";
import { change, state } from "./state.js";

const PAUSE = 5000; // ms, doubled before each further question until a stream opens
const LONGEST = 60000;
let source = null;
let timer = 0;
let pause = PAUSE;
let known = null; // how many were unread when that was last told

// Begin anew for whoever is signed in; silent while nobody is, or nobody looks, or there is no network.
export function listen() {
  hush();
  if (!state.me) known = null;
  if (state.me && state.online && !document.hidden) open();
}

// So many are unread; when there are more, of kinds unknown, whoever shows such things reads them again.
function tally(unread, missed) {
  const more = missed && known !== null && unread > known;
  known = unread;
  change(more ? { unread, heard: { kind: null } } : { unread });
}

function hush() {
  source?.close();
  source = null;
  clearTimeout(timer);
}

function open() {
  let lost = 0;
  let missed = true; // what came while no stream was open is only seen in the first count
  source = new EventSource("/v1/me/events");
  const hear = (event, tell) => source.addEventListener(event, ({ data }) => tell(JSON.parse(data)));
  hear("unread", ({ count }) => { tally(count, missed); missed = false; });
  hear("notification", (heard) => change({ heard }));
  hear("circle", ({ count }) => change({ fresh: state.fresh + count }));
  hear("end", () => question());
  source.addEventListener("open", () => { lost = 0; pause = PAUSE; });
  // A browser comes back by itself; when it may not, or nobody is there twice, the stream rests.
  source.addEventListener("error", ({ target }) => {
    lost += 1;
    if (target === source && (target.readyState === EventSource.CLOSED || lost > 1)) question();
  });
}

// How many are unread; the browser asks with the ETag it has. Then the stream is tried again.
async function question() {
  hush();
  pause = Math.min(pause * 2, LONGEST);
  try {
    const { unread } = await ask("GET", "/v1/me/notifications/unread", { again: false }); // null when the worker could not ask
    tally(unread, true);
    timer = setTimeout(listen, pause);
  } catch {
    if (state.me) timer = setTimeout(question, pause);
  }
}

// Whoever comes back to the page sees it as it is by now.
document.addEventListener("visibilitychange", () => {
  listen();
  if (state.me && !document.hidden) change({ heard: { kind: null } });
});
