/** Serves the page with the help contacts when the assistant cannot be reached. It keeps nothing else. */

interface Worker {
  wellbeingConfig: { page: string; css: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: any) => void): void;
}

const worker = self as unknown as Worker;
const { page, css } = worker.wellbeingConfig;
const CACHE = "wellbeing-offline";

async function install(): Promise<void> {
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  await cache.addAll([css, "/web/icon.svg"]);
  await worker.skipWaiting();
}

const offline = () =>
  new Response(page, {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'self'" },
  });

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(offline));
  else if (new URL(request.url).pathname.startsWith("/web/"))
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});
