import type { KeptAtHeader } from './data/kept-at.ts';

/**
 * Keeps the app for use without a network. Files whose name has a hash come from the cache; pages and answers come from
 * the server, and from the cache only where the server cannot be reached. An answer from the cache says when it was
 * kept, so that an old build is never shown as a new one.
 */
declare const self: ServiceWorkerGlobalScope;

/** The build writes in its place what the release consists of: a name of its own, and the files with a hash. */
declare const RELEASE_OF_BUILD: { name: string; files: readonly string[] };

const KEPT_AT_HEADER: KeptAtHeader = 'x-kept-at';
/** Number of answers that are kept. */
const MOST_ANSWERS = 200;
/** Milliseconds for which an answer is kept, 180 days: TMDB's terms allow no more for what is of its data. */
const MOST_AGE_MS = 180 * 24 * 60 * 60 * 1000;

const root = new URL('./', self.location.href);
/** Caches of this app alone: others may be served at the same origin. */
const FILES = `marquee ${root.pathname} files `;
const RELEASE = FILES + RELEASE_OF_BUILD.name;
const ANSWERS = `marquee ${root.pathname} answers`;
const within = (url: URL): string => url.pathname.slice(root.pathname.length);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
  // What is answered to a token is for its owner alone, and not kept.
  if (request.headers.has('authorization')) return;
  const path = within(url);
  if (path === 'graphql') {
    if (request.mode !== 'navigate' && url.searchParams.has('query')) event.respondWith(answer(event));
  } else if (path.startsWith('graphql/')) return;
  else if (path.startsWith('assets/') || path === 'icon.svg') event.respondWith(file(request));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});

async function install(): Promise<void> {
  const cache = await caches.open(RELEASE);
  // The server sends pages only to those who ask for HTML.
  const html = new Request(root, { headers: { accept: 'text/html' } });
  await cache.addAll([html, ...['icon.svg', ...RELEASE_OF_BUILD.files].map((name) => new URL(name, root).href)]);
  await self.skipWaiting();
}

/** Takes over, and drops the files of earlier releases. */
async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(FILES) && name !== RELEASE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function file(request: Request): Promise<Response> {
  return (await inRelease(request.url)) ?? fetch(request);
}

/** A file of this release. What answers vary by, encoding and media type, does not matter here. */
async function inRelease(url: string): Promise<Response | undefined> {
  return (await caches.open(RELEASE)).match(url, { ignoreVary: true });
}

/** A page of the server, or the one that was kept, with the root of the app in place of the way to it. */
function page(request: Request): Promise<Response> {
  return reach(request, async () => {
    const kept = await inRelease(root.href);
    if (kept === undefined) return undefined;
    const html = (await kept.text()).replace(/<base href="[^"]*"/, `<base href="${root.pathname}"`);
    return new Response(html, { headers: kept.headers });
  });
}

/** An answer of the server, which is kept while the page draws it, or the one that was kept. */
async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(ANSWERS);
  const response = await reach(request, () => keptIn(cache, request.url));
  const isKept = response.headers.has(KEPT_AT_HEADER);
  if (response.ok && !isKept) event.waitUntil(keep(cache, { url: request.url, response: response.clone() }));
  return response;
}

/** An answer that is kept; one that is too old is dropped. */
async function keptIn(cache: Cache, url: string): Promise<Response | undefined> {
  const kept = await cache.match(url);
  const isOld = Date.now() - Date.parse(kept?.headers.get(KEPT_AT_HEADER) ?? '') > MOST_AGE_MS;
  if (isOld) await cache.delete(url);
  return isOld ? undefined : kept;
}

/** What the server answers or, where it cannot be reached, what is kept; if nothing is, what came instead. */
async function reach(request: Request, kept: () => Promise<Response | undefined>): Promise<Response> {
  const response = await fetch(request).catch((error: unknown) => error);
  if (response instanceof Response && !isOfProxy(response)) return response;
  const other = (await kept()) ?? response;
  if (other instanceof Response) return other;
  throw other;
}

/** Whether an answer is of a proxy that cannot reach the server, whose own errors are JSON. */
function isOfProxy({ status, headers }: Response): boolean {
  return status >= 502 && status <= 504 && !/json/.test(headers.get('content-type') ?? '');
}

async function keep(cache: Cache, { url, response }: { url: string; response: Response }): Promise<void> {
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT_HEADER, new Date().toISOString());
  headers.delete('vary');
  await cache.delete(url);
  await cache.put(url, new Response(await response.arrayBuffer(), { headers }));
  const requests = await cache.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - MOST_ANSWERS)).map((old) => cache.delete(old)));
  // Those that nobody asks for again: the oldest come first.
  for (const old of requests) if ((await keptIn(cache, old.url)) !== undefined) break;
}
