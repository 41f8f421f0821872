import type { JSX } from 'preact';

import type { AdminPageQuery } from '../../generated/admin/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { troublesOf } from './troubles-of.ts';

/** What is wrong, and what to do about each. */
export function Troubles({ data, warnings }: { data: AdminPageQuery; warnings: readonly string[] }): JSX.Element {
  const troubles = troublesOf(data, warnings);
  return (
    <Section title="What is wrong, and what to do">
      {troubles.length === 0 ? (
        <p class="text-good">Nothing is known to be wrong.</p>
      ) : (
        <ul class="grid gap-3" aria-label="Troubles">
          {troubles.map(({ what, todo, section }) => (
            <li key={what} class="panel">
              <p class="font-medium break-words text-bad">{what}</p>
              <p class="mt-1 break-words">{todo}</p>
              <p class="mt-1 text-sm text-soft">
                More in deploy/OPERATIONS.md, under <cite>{section}</cite>.
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
