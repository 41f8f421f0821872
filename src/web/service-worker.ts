import type { KeptAtHeader } from './data/kept-at.ts';

/**
 * Keeps the app for use without a network. Files whose name has a hash come from the cache; pages and answers come from
 * the server, and from the cache only where the server cannot be reached. An answer from the cache says when it was
 * kept, so that an old build is never shown as a new one.
 */
declare const self: ServiceWorkerGlobalScope;

const KEPT_AT_HEADER: KeptAtHeader = 'x-kept-at';
const FILES = 'files';
const ANSWERS = 'answers';
/** Number of answers that are kept. */
const MOST_ANSWERS = 200;

const root = new URL('./', self.location.href);
const within = (url: URL): string => url.pathname.slice(root.pathname.length);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
  const path = within(url);
  if (path === 'graphql') {
    if (request.mode !== 'navigate' && url.searchParams.has('query')) event.respondWith(answer(request));
  } else if (path.startsWith('graphql/')) return;
  else if (path.startsWith('assets/')) event.respondWith(file(request));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});

async function install(): Promise<void> {
  const cache = await caches.open(FILES);
  const files = (await (await fetch(new URL('files.json', root), { cache: 'no-store' })).json()) as string[];
  await cache.addAll([root.href, new URL('icon.svg', root).href, ...files.map((name) => new URL(name, root).href)]);
  await self.skipWaiting();
}

/** Takes over, and drops the files of earlier releases. */
async function activate(): Promise<void> {
  await self.clients.claim();
  const cache = await caches.open(FILES);
  const files = (await (await fetch(new URL('files.json', root), { cache: 'no-store' })).json()) as string[];
  const current = new Set([
    root.href,
    new URL('icon.svg', root).href,
    ...files.map((name) => new URL(name, root).href),
  ]);
  const old = (await cache.keys()).filter(({ url }) => !current.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** A page of the server, or the one that was kept, with the root of the app in place of the way to it. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(FILES)).match(root.href);
    if (kept === undefined) throw error;
    const html = (await kept.text()).replace(/<base href="[^"]*"/, `<base href="${root.pathname}"`);
    return new Response(html, { headers: kept.headers });
  }
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(ANSWERS);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    const kept = await cache.match(request.url);
    if (kept === undefined) throw error;
    return kept;
  }
  if (response.ok) await keep(cache, { url: request.url, response: response.clone() });
  return response;
}

async function keep(cache: Cache, { url, response }: { url: string; response: Response }): Promise<void> {
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT_HEADER, new Date().toISOString());
  headers.delete('vary');
  await cache.delete(url);
  await cache.put(url, new Response(await response.arrayBuffer(), { headers }));
  const requests = await cache.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - MOST_ANSWERS)).map((old) => cache.delete(old)));
}
