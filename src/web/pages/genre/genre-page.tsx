import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { GenrePageDocument } from '../../generated/graphql.ts';
import { FacetChips } from '../../lists/facet-chips.tsx';
import { MissingPage } from '../../parts/missing-page.tsx';
import { filterOf } from '../../lists/title-filter.ts';
import { TitleList } from '../../lists/title-list.tsx';
import { orderOf } from '../../lists/title-orders.ts';
import { valueOf } from '../../parts/genre-chip.tsx';
import { Heading, Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { TmdbFacetChips } from '../../lists/tmdb-facets.tsx';
import { labelOf } from '../../words/labels.ts';
import { REGION } from '../../words/reader.ts';
import { isGenre } from './genres.ts';
import { GenreBand } from './genre-band.tsx';

/** The titles of a genre, at `/genre/:genre`, with decades and types to choose from. */
export function GenrePage({ genre }: { genre: string }): JSX.Element {
  return isGenre(valueOf(genre)) ? <TitlesOfGenre slug={genre} /> : <MissingPage what="genre" />;
}

function TitlesOfGenre({ slug }: { slug: string }): JSX.Element {
  const { values } = useQueryString();
  const genre = valueOf(slug);
  const name = labelOf(genre);
  const { type, year, order, language, country, keyword } = values;
  const ofTmdb = { language, country, keyword };
  const answer = useAnswer(GenrePageDocument, {
    region: REGION,
    filter: filterOf({ genre: slug, type, year, ...ofTmdb }),
    orderBy: orderOf(order),
    ...usePageOf('', 20),
  });
  return (
    <Page answer={answer} titleOf={() => name}>
      {({ titles }) => (
        <>
          <GenreBand genre={genre} />
          <Heading class="mt-4">{name}</Heading>
          <p class="no-print mt-1 text-sm">
            <a class="link" href={href('/search', { genre: slug, type, year, order, ...ofTmdb })}>
              More filters
            </a>{' '}
            ·{' '}
            <a class="link" href={href('/chart/top-rated-movies', { genre: slug })}>
              Top rated movies of the genre
            </a>
          </p>
          <FacetChips name="year" buckets={titles?.facets?.decade.toReversed() ?? []} />
          <FacetChips name="type" buckets={titles?.facets?.type ?? []} />
          <TmdbFacetChips facets={titles?.facets} />
          {titles !== null && <TitleList list={titles} />}
        </>
      )}
    </Page>
  );
}
