// News as it happens: events from the service, or a poll now and then where no event comes through.
import { ask } from "./api.js";
import { change, state } from "./state.js";

const PAUSE = 5000; // ms, doubled before each poll until a stream opens
const LONGEST = 60000;
let source = null;
let timer = 0;
let pause = PAUSE;
let known = null; // the last unread count from the service

// Start again for the signed-in person. Silent without a person, a visible page or a network.
export function listen() {
  hush();
  if (!state.me) known = null;
  if (state.me && state.online && !document.hidden) open();
}

// Store the unread count. If events were missed and the count grew, screens that show such things reload.
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
  let missed = true; // only the first count shows what came while no stream was open
  source = new EventSource("/v1/me/events");
  const hear = (event, tell) => source.addEventListener(event, ({ data }) => tell(JSON.parse(data)));
  hear("unread", ({ count }) => { tally(count, missed); missed = false; });
  hear("notification", (heard) => change({ heard }));
  hear("circle", ({ count }) => change({ fresh: state.fresh + count }));
  hear("end", () => question());
  source.addEventListener("open", () => { lost = 0; pause = PAUSE; });
  // A browser reconnects by itself. If the stream is closed for good or fails twice, poll instead.
  source.addEventListener("error", ({ target }) => {
    lost += 1;
    if (target === source && (target.readyState === EventSource.CLOSED || lost > 1)) question();
  });
}

// Poll the unread count (the browser sends its ETag), then try the stream again.
async function question() {
  hush();
  pause = Math.min(pause * 2, LONGEST);
  try {
    const { unread } = await ask("GET", "/v1/me/notifications/unread", { again: false }); // null when the worker had no network
    tally(unread, true);
    timer = setTimeout(listen, pause);
  } catch {
    if (state.me) timer = setTimeout(question, pause);
  }
}

// A person who comes back to the page sees its current state.
document.addEventListener("visibilitychange", () => {
  listen();
  if (state.me && !document.hidden) change({ heard: { kind: null } });
});
