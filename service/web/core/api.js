// The one door to the API: JSON in and out, problems as errors, and another try when an answer is lost.
import { change, signedOut, state } from "./state.js";

const WAITS = [300, 900, 2500]; // ms before each new try

// An error of the service (RFC 9457); `detail` is a sentence in the person's language.
export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.code);
    Object.assign(this, { status: 0, fields: {}, ...body });
  }
}

// A key for one intent of a person. A request that is sent again with its key happens once.
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const get = (path, query) => ask("GET", path, { query });
// The answer, or null for a 404: the thing is gone, or this person may not see it.
export const orNull = (request) => request.catch((problem) => {
  if (problem.status !== 404) throw problem;
  return null;
});
export const put = (path, body, version) => ask("PUT", path, { body, headers: only(version) });
export const del = (path) => ask("DELETE", path);
export const patch = (path, body, version) => ask("PATCH", path, { body, headers: only(version) });
// Change the thing only while it is still that version.
const only = (version) => (version === undefined ? {} : { "If-Match": `"${version}"` });
// `key` makes a creating POST safe to repeat; `again` marks a POST that is safe by itself.
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
