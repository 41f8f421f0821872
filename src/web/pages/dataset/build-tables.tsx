import type { JSX } from 'preact';

import type { BuildFragment } from '../../generated/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { asMegabytes, asNumber, asTime } from '../../words/format.ts';

/** IMDb's files that a build was made from, with their size and date. */
export function Sources({ sources }: { sources: BuildFragment['sources'] }): JSX.Element {
  const hasRejected = sources.some(({ rejected }) => rejected > 0);
  return (
    <Section title="Files of IMDb">
      <div class="overflow-x-auto" tabIndex={0} role="region" aria-label="Table of the files">
        <table class="w-full text-sm">
          <thead>
            <tr class="border-b border-line">
              <Head>File</Head>
              <Head isNumber>Lines</Head>
              {hasRejected && <Head isNumber>Left out</Head>}
              <Head isNumber>Size</Head>
              <Head isNumber>As of</Head>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ name, rows, bytes, lastModified, rejected }) => (
              <tr key={name} class="border-b border-line">
                <th scope="row" class="py-1.5 pr-4 font-medium">
                  {name}
                </th>
                <Cell>{asNumber(rows)}</Cell>
                {hasRejected && <Cell>{asNumber(rejected)}</Cell>}
                <Cell>{asMegabytes(bytes)}</Cell>
                <Cell>{lastModified === null ? '–' : asTime(lastModified)}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** Tables that the setting TMDB_SIMILARITY fills; without it they have no rows, and are no part of the build. */
const OF_SIMILARITY: ReadonlySet<string> = new Set(['tmdb_feature_counts', 'tmdb_similar_titles']);

/** Tables of a build with their numbers of rows. */
export function Tables({ tables }: { tables: BuildFragment['tables'] }): JSX.Element {
  const shown = tables.filter(({ name, rows }) => rows > 0 || !OF_SIMILARITY.has(name));
  return (
    <Section title="Tables">
      <dl class="grid gap-x-8 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {shown.map(({ name, rows }) => (
          <div key={name} class="flex justify-between gap-4 border-b border-line py-1.5">
            <dt>{name}</dt>
            <dd class="tabular-nums">{asNumber(rows)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Head({ children, isNumber = false }: { children: string; isNumber?: boolean }): JSX.Element {
  return (
    <th scope="col" class={`py-1.5 font-normal whitespace-nowrap text-soft ${isNumber ? 'pl-4 text-right' : ''}`}>
      {children}
    </th>
  );
}

function Cell({ children }: { children: string }): JSX.Element {
  return <td class="py-1.5 pl-4 text-right whitespace-nowrap tabular-nums">{children}</td>;
}
