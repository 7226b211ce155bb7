// The first module of the page.
import "./app.js";
import { state } from "./state.js";

// The one script address that trusted types allow: the worker that keeps the shell.
const policy = globalThis.trustedTypes?.createPolicy("circle", { createScriptURL: () => "/sw.js" });
if ("serviceWorker" in navigator && state.online) {
  addEventListener("load", () => navigator.serviceWorker.register(policy ? policy.createScriptURL("") : "/sw.js").catch(() => {}));
}
