import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { HomeDocument } from '../../generated/graphql.ts';
import type { ChartShortFragment } from '../../generated/graphql.ts';
import { GenreChip } from '../../parts/genre-chip.tsx';
import { Move } from '../../parts/move.tsx';
import { Heading, Page } from '../../parts/page.tsx';
import { Section } from '../../parts/section.tsx';
import { TitleRow } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { asTime } from '../../words/format.ts';
import { REGION } from '../../words/reader.ts';
import { LastChanges } from './last-changes.tsx';
import { Pick } from './pick.tsx';

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
            <LastChanges changes={changes} />
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
