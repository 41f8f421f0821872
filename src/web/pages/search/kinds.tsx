import type { JSX } from 'preact';

import { useQueryString } from '../../routing/use-query-string.ts';

/** What is searched for. */
export type Kind = 'all' | 'titles' | 'people';

const KINDS: Readonly<Record<Kind, string>> = { all: 'All', titles: 'Titles', people: 'People' };

/** What to search for, as chips. People take no filters, and these are therefore left behind. */
export function Kinds({ kind: shown }: { kind: Kind }): JSX.Element {
  const { values, withValues } = useQueryString();
  const none = Object.fromEntries(Object.keys(values).map((name) => [name, undefined]));
  return (
    <ul class="no-print mt-2 flex gap-1.5" aria-label="What to search for">
      {(Object.keys(KINDS) as Kind[]).map((kind) => (
        <li key={kind}>
          <a
            class={kind === shown ? 'chip-on' : 'chip'}
            aria-current={kind === shown}
            href={withValues({
              ...none,
              q: values['q'],
              source: values['source'],
              kind: kind === 'all' ? undefined : kind,
            })}
          >
            {KINDS[kind]}
          </a>
        </li>
      ))}
    </ul>
  );
}
