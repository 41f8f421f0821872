import type { JSX } from 'preact';

import type { AdminPageQuery } from '../../generated/admin/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { asTime } from '../../words/format.ts';
import { useMore } from './use-more.tsx';

type Entries = NonNullable<AdminPageQuery['auditLog']>;

/** What was done by whom, newest first. */
export function AuditLog({ entries }: { entries: Entries }): JSX.Element {
  const { shown, more } = useMore(entries, { first: 10, noun: 'entry', plural: 'entries' });
  return (
    <Section title="Audit log">
      {entries.length === 0 && <p class="text-soft">Nothing was done yet.</p>}
      <ol aria-label="Audit log">
        {shown.map((entry, at) => (
          <li key={`${entry.at} ${at}`} class="border-b border-line py-2">
            <p class="flex flex-wrap gap-x-3">
              <strong>{entry.action}</strong>
              <span>{entry.outcome}</span>
              <span class="text-soft">by {entry.who}</span>
              <time class="text-soft" dateTime={entry.at}>
                {asTime(entry.at)}
              </time>
            </p>
            {entry.reason !== null && <p class="text-sm break-words">{entry.reason}</p>}
            {entry.arguments !== null && <code class="text-sm break-all text-soft">{entry.arguments}</code>}
          </li>
        ))}
      </ol>
      {more}
    </Section>
  );
}
