/** Serves the page on a slow line, and the help contacts without one.

What it keeps is empty: a page without a conversation, the page with the contacts, and the files that they
need. It is kept anew at every visit, so that no number grows old. */

interface Visit extends Event {
  request: Request;
  clientId: string;
  resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: Visit) => void): void;
}

const worker = self as unknown as Worker;
const CACHE = "wellbeing-offline";
const [EMPTY, OFFLINE] = ["/kept", "/offline"];
const KEPT_AT = "X-Kept-At";
const SLOW_AFTER = 1_000;
const DAY = 86_400_000;

/** Answers that came too late for their page; its script asks for them. */
const late = new Map<string, Promise<Response>>();

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  const pages = await Promise.all([EMPTY, OFFLINE].map(download));
  const files = pages.flatMap(({ html }) => Array.from(html.matchAll(/"(\/web\/[^"]+)"/g), ([, file]) => file));
  await Promise.all(files.map(async (file) => (await cache.match(file, { ignoreVary: true })) ?? cache.add(file)));
  await Promise.all(pages.map(({ path, html, headers }) => cache.put(path, new Response(html, { headers }))));
  const wanted = new Set([EMPTY, OFFLINE, ...files].map((path) => new URL(path, location.origin).href));
  for (const kept of await cache.keys()) if (!wanted.has(kept.url)) await cache.delete(kept);
}

/** A page as it is for everyone: without a cookie, there is nobody's conversation in it. */
async function download(path: string) {
  const answer = await fetch(path, { cache: "no-store", credentials: "omit" });
  if (!answer.ok) throw new Error(`no ${path}`);
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.set(KEPT_AT, String(Date.now()));
  return { path, headers, html: await answer.text() };
}

async function offline(): Promise<Response> {
  const kept = await caches.match(OFFLINE);
  return kept ? new Response(kept.body, { status: 503, headers: kept.headers }) : Response.error();
}

/** The page from the server; when that takes long, an empty one at once, which fetches the rest itself. */
async function show(visit: Visit): Promise<Response> {
  const answer = fetch(visit.request);
  visit.waitUntil(answer.then(keep).catch(() => null));
  const empty = await caches.match(EMPTY);
  if (!empty || Date.now() - Number(empty.headers.get(KEPT_AT)) > DAY) return answer.catch(offline);
  const slow = new Promise<null>((resolve) => setTimeout(() => resolve(null), SLOW_AFTER));
  const first = await Promise.race([answer.catch(offline), slow]);
  if (first) return first;
  late.set(visit.resultingClientId, answer);
  return empty;
}

/** Scripts and styles ask with other headers than what was kept; under its address, a file is always the same. */
const file = async (request: Request) =>
  (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);

function takeLate(page: string): Promise<Response> | undefined {
  const answer = late.get(page);
  late.delete(page);
  return answer;
}

worker.addEventListener("install", (event) => event.waitUntil(keep().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const isVisit = request.mode === "navigate";
  if (isVisit && request.method === "GET" && pathname === "/") event.respondWith(show(event));
  else if (isVisit) event.respondWith(fetch(request).catch(offline));
  else if (pathname.startsWith("/web/")) event.respondWith(file(request));
  else if (pathname === "/" && late.has(event.clientId)) event.respondWith(takeLate(event.clientId) as Promise<Response>);
});
