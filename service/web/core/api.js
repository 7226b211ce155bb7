// The one door to the API: JSON in and out, problems as errors, lost answers asked for again.
import { change, signedOut, state } from "./state.js";

const WAITS = [300, 900, 2500]; // ms before each further try

// An error as the service tells it (RFC 9457): `detail` is a sentence in the person's language.
export class Problem extends Error {
  constructor(told) {
    super(told.detail ?? told.code);
    Object.assign(this, { status: 0, fields: {}, ...told });
  }
}

// A key for one intent of a person: sent again with it, a request happens once.
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const get = (path, query) => ask("GET", path, { query });
// What was asked for, or null when it is not there (any more), or not for these eyes.
export const orNull = (asked) => asked.catch((problem) => {
  if (problem.status !== 404) throw problem;
  return null;
});
export const put = (path, body, version) => ask("PUT", path, { body, headers: only(version) });
export const del = (path) => ask("DELETE", path);
export const patch = (path, body, version) => ask("PATCH", path, { body, headers: only(version) });
// Change it only if it is still that version.
const only = (version) => (version === undefined ? {} : { "If-Match": `"${version}"` });
// `key` makes a POST that creates safe to repeat; `again` says that this one is safe by itself.
export const post = (path, body, { key, again = false } = {}) => ask("POST", path, { body, key, again });

export async function ask(method, path, { query, body, key, again = method !== "POST", headers = {} } = {}) {
  const request = { method, headers: { "Accept-Language": state.language, ...headers }, credentials: "same-origin" };
  if (key) request.headers["Idempotency-Key"] = key;
  if (body !== undefined) {
    const file = body instanceof Blob;
    request.headers["Content-Type"] = file ? body.type : "application/json";
    request.body = file ? body : JSON.stringify(body);
  }
  for (let tried = 0; ; tried += 1) {
    const response = await fetch(address(path, query), request).catch(() => null);
    const lost = response === null || response.status === 503;
    if (lost && (key || again) && tried < WAITS.length) {
      await new Promise((done) => setTimeout(done, WAITS[tried]));
    } else if (response === null) {
      throw new Problem({ code: "offline" });
    } else {
      const body = await read(response);
      if (method !== "GET") change({ acted: path });
      return body;
    }
  }
}

function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

async function read(response) {
  const body = response.status === 204 ? null : await response.json().catch(() => ({}));
  if (response.ok) return body;
  const problem = new Problem({ status: response.status, ...body });
  if (problem.code === "unauthenticated" && state.known) signedOut("expired");
  throw problem;
}
