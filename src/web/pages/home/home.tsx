import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { HomeDocument } from '../../generated/graphql.ts';
import type { ChartShortFragment, HomeQuery } from '../../generated/graphql.ts';
import { Cover } from '../../parts/cover.tsx';
import { GenreChip } from '../../parts/genre-chip.tsx';
import { Move } from '../../parts/move.tsx';
import { Heading, Page } from '../../parts/page.tsx';
import { PersonLinks } from '../../parts/person-links.tsx';
import { RatingOf } from '../../parts/rating.tsx';
import { Section } from '../../parts/section.tsx';
import { kindOf, TitleLink, TitleRow } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { asRuntime, asTime } from '../../words/format.ts';
import { REGION } from '../../words/reader.ts';

/** The first page: charts, what moved since the build before, a random pick, genres, and where the data is from. */
export function Home(): JSX.Element {
  const { values } = useQueryString();
  // The pick of the day, unless the address names another: an answer that caches can keep.
  const seed = values['pick'] ?? new Date().toISOString().slice(0, 10);
  const answer = useAnswer(HomeDocument, { region: REGION, seed });
  return (
    <Page answer={answer} titleOf={() => 'Films, series, people'}>
      {({ movies, series, mostVoted, changes, randomTitles, genres, dataset }) => (
        <>
          <Heading class="sr-only" takesFocus={false}>
            marquee: films, series and the people who made them
          </Heading>
          <Pick pick={randomTitles?.nodes[0]} />
          <div class="grid gap-x-8 lg:grid-cols-3">
            <ShortChart title="Top rated movies" path="top-rated-movies" chart={movies} />
            <ShortChart title="Top rated series" path="top-rated-series" chart={series} />
            <ShortChart title="Most voted" path="most-voted" chart={mostVoted} />
          </div>
          <Section
            title="Since the last build"
            aside={
              <a class="link" href={href('/dataset')}>
                All changes
              </a>
            }
          >
            <Changes changes={changes} />
          </Section>
          <Section title="Genres">
            <ul class="flex flex-wrap gap-2">
              {genres?.map(({ word, value }) => (
                <li key={word}>
                  <GenreChip genre={value ?? word} name={word} />
                </li>
              ))}
            </ul>
          </Section>
          <p class="mt-8 text-sm text-soft">
            Data of IMDb, as it was on {asTime(dataset.builtAt)}.{' '}
            <a class="link" href={href('/dataset')}>
              Where it is from
            </a>
          </p>
        </>
      )}
    </Page>
  );
}

type PickedTitle = NonNullable<HomeQuery['randomTitles']>['nodes'][number];

function Pick({ pick }: { pick: PickedTitle | undefined }): JSX.Element | null {
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

function ShortChart(of: { title: string; path: string; chart: ChartShortFragment | null }): JSX.Element {
  const { title, path, chart } = of;
  return (
    <Section
      title={title}
      aside={
        <a class="link" href={href(`/chart/${path}`)} aria-label={`All of: ${title}`}>
          All
        </a>
      }
    >
      <ol>
        {chart?.nodes.map(({ rank, rankChange, title: ranked }) => (
          <li key={ranked.id}>
            <TitleRow title={ranked} lead={<span class="w-5 text-right text-soft tabular-nums">{rank}</span>}>
              <Move by={rankChange} of="ranks" />
            </TitleRow>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Changes({ changes }: { changes: HomeQuery['changes'] }): JSX.Element {
  const moved = changes?.nodes.flatMap(({ title, ...change }) => (title === null ? [] : [{ ...change, title }])) ?? [];
  if (moved.length === 0) return <p class="text-soft">Nothing yet: changes show once there are two builds.</p>;
  return (
    <ul class="grid gap-x-8 md:grid-cols-2">
      {moved.map(({ id, kind, title, ratingBefore, ratingAfter }) => (
        <li key={`${kind} ${id}`}>
          <TitleRow title={title}>
            {kind === 'TITLE_ADDED' ? (
              <span class="text-sm text-good">new</span>
            ) : (
              <Move by={moveOf(ratingBefore, ratingAfter)} of="rating" />
            )}
          </TitleRow>
        </li>
      ))}
    </ul>
  );
}

interface RatingPart {
  average: number;
}

function moveOf(before: RatingPart | null, after: RatingPart | null): number | null {
  return before === null || after === null ? null : Math.round((after.average - before.average) * 10) / 10;
}
