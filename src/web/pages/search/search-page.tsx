import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { SearchPageDocument } from '../../generated/graphql.ts';
import type { SearchType } from '../../generated/graphql.ts';
import { ActiveFilters } from '../../lists/active-filters.tsx';
import { SourceChoice } from '../../lists/source-choice.tsx';
import { sourceOf } from '../../lists/source.ts';
import { filterOf, hasFilter } from '../../lists/title-filter.ts';
import { TitleFacets } from '../../lists/title-facets.tsx';
import { TitleList } from '../../lists/title-list.tsx';
import { orderNameOf, orderOf } from '../../lists/title-orders.ts';
import { Heading, Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { REGION } from '../../words/reader.ts';
import { Hits } from './hits.tsx';
import { Kinds } from './kinds.tsx';
import type { Kind } from './kinds.tsx';

const PAGE_SIZE = 20;

/**
 * Search and browsing, at `/search`: by relevance as long as the address has words alone; with a filter or an order the
 * titles that have these words in their names, or all titles.
 */
export function SearchPage(): JSX.Element {
  const { values } = useQueryString();
  const query = values['q']?.trim() ?? '';
  const kind = query === '' ? 'titles' : kindOf(values['kind']);
  const byRelevance =
    query !== '' && (kind === 'people' || !(hasFilter(values) || orderNameOf(values['order']) !== undefined));
  const answer = useAnswer(SearchPageDocument, {
    query,
    searchTypes: SEARCH_TYPES[kind],
    byRelevance,
    source: sourceOf(values['source']),
    filter: filterOf(values),
    orderBy: byRelevance ? undefined : orderOf(values['order']),
    withFacets: kind !== 'people',
    withMore: values['more'] !== undefined,
    region: REGION,
    ...usePageOf('', PAGE_SIZE),
  });
  return (
    <Page answer={answer} titleOf={() => (query === '' ? 'All titles' : `${query} – search`)}>
      {({ search, titles, besides, dataset }) => (
        <>
          <Heading class="mt-4 break-words">{query === '' ? 'All titles' : `“${query}”`}</Heading>
          {query !== '' && <Kinds kind={byRelevance ? kind : 'titles'} />}
          <div class="lg:flex lg:gap-8">
            {besides != null && <TitleFacets facets={besides.facets} />}
            <div class="min-w-0 flex-1">
              <SourceChoice dataset={dataset} />
              {besides != null && <ActiveFilters />}
              {search != null && (
                <Hits hits={search} query={query} hasOrders={besides != null} hasTmdb={dataset.tmdb !== null} />
              )}
              {titles != null && <TitleList list={titles} query={query} hasTmdb={dataset.tmdb !== null} />}
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

const SEARCH_TYPES: Readonly<Record<Kind, SearchType | undefined>> = {
  all: undefined,
  titles: 'TITLE',
  people: 'PERSON',
};

function kindOf(text: string | undefined): Kind {
  return text === 'titles' || text === 'people' ? text : 'all';
}
