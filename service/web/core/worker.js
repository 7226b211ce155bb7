// Keeps the shell of the page, so that the page opens without a network and says so. It never keeps an answer
// of the API: those are private. The service writes SHELL ({version, files}) in front of this file.
const UNREAD = "/v1/me/notifications/unread"; // polled again and again
const CACHE = `shell-${self.SHELL.version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(self.SHELL.files)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const stale = (names) => names.filter((name) => name.startsWith("shell-") && name !== CACHE);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(stale(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === UNREAD) event.respondWith(fetch(event.request).catch(() => new Response(null, { status: 204 }))); // without a network there is no news and no error
  else if (url.pathname === "/") event.respondWith(fetch(event.request).catch(() => caches.match("/")));
  else if (url.pathname.startsWith("/web/")) event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
