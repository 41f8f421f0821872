import type { JSX } from 'preact';

import { setToken } from '../data/token.ts';

/** Takes the token out of the tab, and what it showed off the page. */
export function ForgetToken({ class: className = 'button' }: { class?: string }): JSX.Element {
  return (
    <button class={className} type="button" onClick={() => setToken(undefined)}>
      Forget the token
    </button>
  );
}
