import type { JSX } from 'preact';

import type { HomeQuery } from '../../generated/graphql.ts';
import { Cover } from '../../parts/cover.tsx';
import { PersonLinks } from '../../parts/person-links.tsx';
import { RatingOf } from '../../parts/rating.tsx';
import { kindOf, TitleLink } from '../../parts/title-row.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { asRuntime } from '../../words/format.ts';

type PickedTitle = NonNullable<HomeQuery['randomTitles']>['nodes'][number];

/** A title picked at random, and a link that picks another. */
export function Pick({ pick }: { pick: PickedTitle | undefined }): JSX.Element | null {
  const { withValues } = useQueryString();
  if (pick === undefined) return null;
  return (
    <section class="panel mt-4 flex gap-4" aria-label="A random pick">
      <Cover id={pick.id} title={pick.displayTitle} genres={pick.genres} class="w-24" />
      <div class="min-w-0 flex-1">
        <p class="text-sm text-soft">A random pick</p>
        <p class="font-display text-2xl">
          <TitleLink title={pick} />
        </p>
        <p class="text-soft">
          {[kindOf(pick), pick.runtimeMinutes === null ? '' : asRuntime(pick.runtimeMinutes)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {pick.directors.nodes.length > 0 && (
          <p class="text-sm">
            by <PersonLinks people={pick.directors.nodes} />
          </p>
        )}
        <p class="mt-1">
          <RatingOf rating={pick.rating} />
        </p>
        <a class="button no-print mt-2" href={withValues({ pick: Math.random().toString(36).slice(2, 8) })}>
          Another one
        </a>
      </div>
    </section>
  );
}
