// Opens the phone's page where there is no line: keeps the page somebody saw last, and what it is made of. Nothing else.
"use strict";
const MADE_OF = "hall-files", PAGES = "hall-pages";
const PATIENCE = 8000;

self.addEventListener("install", event => {
  event.waitUntil(caches.open(MADE_OF).then(async kept => {
    for (const old of await kept.keys()) if (!FILES.includes(new URL(old.url).pathname)) await kept.delete(old);
    await kept.addAll(FILES);
  }).then(() => self.skipWaiting()));
});
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", event => {
  const { request } = event, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (FILES.includes(address.pathname)) event.respondWith(caches.match(request, { cacheName: MADE_OF }).then(found => found || fetch(request)));
  else if (request.mode === "navigate" && PAGE.test(address.pathname)) event.respondWith(pageOf(request, address.pathname));
});

// A line that says nothing for so long is as good as none; a slow one that has begun to answer is waited for.
const first = request => {
  const patience = new AbortController(), end = setTimeout(() => patience.abort(), PATIENCE);
  return fetch(request, { signal: patience.signal }).finally(() => clearTimeout(end));
};

const pageOf = async (request, place) => {
  const kept = await caches.open(PAGES);
  try {
    const answer = await first(request);
    if (answer.status === 200 && !answer.redirected) await kept.put(place, answer.clone());
    else if (answer.status < 500) await kept.delete(place);
    if (answer.status < 500) return answer;
    return await kept.match(place) || answer;
  } catch {
    return await kept.match(place) || fetch(request);
  }
};
