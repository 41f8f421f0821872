import { render } from 'preact';

import { App } from './app.tsx';
import { serverUrl } from './routing/base.ts';

/** Time in milliseconds within which a second reload would not help either. */
const RELOAD_PAUSE_MS = 10_000;

// A part of the app that is gone is one of an earlier release.
addEventListener('vite:preloadError', () => {
  const reloadedAt = Number(sessionStorage.getItem('reloaded-at'));
  if (Date.now() - reloadedAt < RELOAD_PAUSE_MS) return;
  sessionStorage.setItem('reloaded-at', String(Date.now()));
  location.reload();
});

// The router decodes parts of the path, and fails where it cannot: such a path is taken as it is written.
if (!isDecodable(location.pathname)) {
  history.replaceState(null, '', location.pathname.replaceAll('%', '%25') + location.search);
}

const root = document.getElementById('app');
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
}
// Only over HTTPS and on this machine: elsewhere browsers have no service workers.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register(serverUrl('/service-worker.js')).catch(console.warn);
  });
}

function isDecodable(path: string): boolean {
  try {
    // The result is used, because minifiers leave out a call whose result is not.
    return decodeURIComponent(path).length > 0;
  } catch {
    return false;
  }
}
