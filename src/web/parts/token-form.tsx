import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

import { setToken, tokenOfTab } from '../data/token.ts';
import { ForgetToken } from './forget-token.tsx';

/** Whether somebody has typed in a token: another field has the focus then, because the one before is gone. */
let wasUsed = false;

/** A field for a token, which is kept until the tab is closed, and where one gets a token from. */
export function TokenForm(): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (wasUsed) input.current?.focus();
  }, []);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const text = input.current?.value.trim() ?? '';
    if (text === '') return;
    wasUsed = true;
    setToken(text);
  }

  return (
    <form class="my-4" onSubmit={submit}>
      <label class="mb-1 block text-sm font-medium" for={id}>
        Token
      </label>
      <div class="flex flex-wrap gap-2">
        <input
          ref={input}
          id={id}
          class="field min-w-0 flex-1"
          type="password"
          autoComplete="off"
          spellcheck={false}
          required
          aria-describedby={`${id}-from`}
        />
        <button class="button-main" type="submit">
          Use the token
        </button>
        {tokenOfTab() !== undefined && <ForgetToken />}
      </div>
      <p id={`${id}-from`} class="mt-2 text-sm text-soft">
        The operator of this server makes one with <code>npx marquee token</code> and writes its hash into the settings.
        It stays in this tab until it is closed, and goes to this server alone.
      </p>
    </form>
  );
}
