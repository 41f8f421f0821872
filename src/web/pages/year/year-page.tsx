import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { YearPageDocument } from '../../generated/graphql.ts';
import { FacetChips } from '../../lists/facet-chips.tsx';
import { MissingPage } from '../../parts/missing-page.tsx';
import { SourceChoice } from '../../lists/source-choice.tsx';
import { sourceOf } from '../../lists/source.ts';
import { filterOf, rangeText } from '../../lists/title-filter.ts';
import { TitleList } from '../../lists/title-list.tsx';
import { orderOf } from '../../lists/title-orders.ts';
import { Heading, Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { TmdbFacetChips } from '../../lists/tmdb-facets.tsx';
import { REGION } from '../../words/reader.ts';

/** The titles of a year, at `/year/:year`, with types and genres to choose from. */
export function YearPage({ year }: { year: string }): JSX.Element {
  return /^\d{1,4}$/.test(year) ? <TitlesOfYear year={Number(year)} /> : <MissingPage what="year" />;
}

function TitlesOfYear({ year }: { year: number }): JSX.Element {
  const { values } = useQueryString();
  const { type, genre, order, language, country, keyword, source } = values;
  const ofTmdb = { language, country, keyword };
  const range = rangeText({ min: year, max: year });
  const answer = useAnswer(YearPageDocument, {
    region: REGION,
    source: sourceOf(source),
    filter: filterOf({ year: range, type, genre, ...ofTmdb }),
    orderBy: orderOf(order),
    ...usePageOf('', 20),
  });
  // What is chosen stays chosen in other years.
  const hrefOf = (other: number): string => href(`/year/${other}`, { type, genre, order, ...ofTmdb, source });
  const decade = year - (year % 10);
  return (
    <Page answer={answer} titleOf={() => `Titles of ${year}`}>
      {({ titles, dataset }) => (
        <>
          <div class="mt-4 flex flex-wrap items-center justify-between gap-3">
            <Heading>{String(year)}</Heading>
            <nav class="no-print flex gap-2" aria-label="Other years">
              <a class="button" rel="prev" href={hrefOf(year - 1)}>
                ← {year - 1}
              </a>
              <a class="button" rel="next" href={hrefOf(year + 1)}>
                {year + 1} →
              </a>
            </nav>
          </div>
          <p class="no-print mt-1 text-sm">
            <a class="link" href={href('/search', { year: range, type, genre, order, ...ofTmdb, source })}>
              More filters
            </a>{' '}
            ·{' '}
            <a
              class="link"
              href={href('/chart/top-rated-movies', { year: rangeText({ min: decade, max: decade + 9 }) })}
            >
              Top rated movies of the {decade}s
            </a>
          </p>
          <FacetChips name="type" buckets={titles?.facets?.type ?? []} />
          <FacetChips name="genre" buckets={titles?.facets?.genre ?? []} />
          <SourceChoice dataset={dataset} />
          <TmdbFacetChips facets={titles?.facets} />
          {titles !== null && <TitleList list={titles} hasTmdb={dataset.tmdb !== null} />}
        </>
      )}
    </Page>
  );
}
