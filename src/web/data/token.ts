import { useEffect, useReducer } from 'preact/hooks';

import { BASE } from '../routing/base.ts';

/** Each marquee of an origin has a token of its own. */
const KEY = `marquee ${BASE} token`;

let token = readToken();
let changes = 0;
const listeners = new Set<() => void>();

/** The token that somebody typed in, for this tab alone; undefined if there is none. */
export function tokenOfTab(): string | undefined {
  return token;
}

/** Keeps a token until the tab is closed; undefined forgets it. What the pages show is asked for anew. */
export function setToken(next: string | undefined): void {
  keep(next);
  changes += 1;
  for (const listener of listeners) listener();
}

/** Forgets a token that the server does not accept. Nothing is asked anew, so that its words stay. */
export function dropToken(refused: string): void {
  if (token === refused) keep(undefined);
}

/** Calls when a token was typed in or forgotten. Returns the end of it. */
export function onToken(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Draws anew when a token was typed in or forgotten: a number that is another then. */
export function useToken(): number {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => onToken(() => redraw(undefined)), []);
  return changes;
}

function keep(next: string | undefined): void {
  token = next;
  try {
    if (next === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, next);
  } catch {
    // A browser that stores nothing keeps it for the page.
  }
}

function readToken(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
