import type { JSX } from 'preact';

import type { OnlyTmdbFragment } from '../generated/graphql.ts';
import { TmdbMark } from '../parts/tmdb-mark.tsx';
import { useQueryString } from '../routing/use-query-string.ts';
import { sourceNameOf } from './source.ts';
import type { SourceName } from './source.ts';

const CHOICES: readonly { name: SourceName | undefined; words: JSX.Element }[] = [
  { name: undefined, words: <>What IMDb has</> },
  {
    name: 'any',
    words: (
      <>
        Also what <TmdbMark /> alone has
      </>
    ),
  },
  {
    name: 'tmdb',
    words: (
      <>
        <TmdbMark /> alone
      </>
    ),
  },
];

/**
 * Whose titles and people a list has, kept in the address: IMDb's, also those that TMDB alone has, or these alone. Nothing where there
 * are none of these and the address does not ask for them.
 */
export function SourceChoice({ dataset: { tmdb } }: { dataset: OnlyTmdbFragment }): JSX.Element | null {
  const { values, withValues } = useQueryString();
  const chosen = sourceNameOf(values['source']);
  if (chosen === undefined && (tmdb === null || tmdb.titles === tmdb.linkedTitles)) return null;
  return (
    <ul class="no-print mt-3 flex flex-wrap gap-1.5" aria-label="Source">
      {CHOICES.map(({ name, words }) => (
        <li key={name}>
          <a
            class={name === chosen ? 'chip-on' : 'chip'}
            aria-current={name === chosen}
            href={withValues({ source: name, after: undefined, before: undefined })}
          >
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
