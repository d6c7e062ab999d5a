// Answers for languages that a reader has kept; all else goes to the network. It keeps nothing by itself:
// pages do, when they are asked to (js/offline). A kept language is whole, or it is not there.
"use strict";
const PREFIX = "camnang " + self.registration.scope + " ";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The finished cache that holds an address: its list was put in last.
async function kept(address) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const name of names.reverse()) {
    const cache = await caches.open(name);
    const found = await cache.match(address, { ignoreSearch: true, ignoreVary: true });
    if (found && (await cache.match(self.registration.scope + "kept"))) return found;
  }
  return undefined;
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  let address = request.url.split("#")[0].split("?")[0];
  // What a page fetches to keep it anew comes from the network.
  if (request.destination === "" && /^no-/.test(request.cache)) return;
  if (address.endsWith("/")) address += "index.html";
  event.respondWith(kept(address).then((found) => found || fetch(request)));
});
