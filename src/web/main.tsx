import { render } from 'preact';

import { App } from './app.tsx';
import { serverUrl } from './routing/base.ts';

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
