import type { JSX } from 'preact';

import type { HitsFragment } from '../../generated/graphql.ts';
import { NothingFound } from '../../lists/nothing-found.tsx';
import { OrderSelect } from '../../lists/order-select.tsx';
import { PersonRow } from '../../lists/person-row.tsx';
import { ListHead } from '../../lists/title-list.tsx';
import { useListTop } from '../../lists/use-list-top.ts';
import { Marked } from '../../parts/marked.tsx';
import { Pager } from '../../parts/pager.tsx';
import { TitleRow } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { countOf } from '../../words/count-of.ts';
import { regionName } from '../../words/markets.ts';

type Hit = HitsFragment['nodes'][number];

export interface HitsProps {
  hits: HitsFragment;
  query: string;
  /** Whether an order can be chosen: people have none but relevance. */
  hasOrders: boolean;
  /** Whether the server has data of TMDB's. */
  hasTmdb: boolean;
}

/** What a search has found, by relevance: titles and people with the reason, and the spelling that was searched. */
export function Hits({ hits, query, hasOrders, hasTmdb }: HitsProps): JSX.Element {
  const { nodes, pageInfo, correctedQuery } = hits;
  const { values } = useQueryString();
  const top = useListTop(pageInfo.startCursor);
  const words = correctedQuery ?? query;
  return (
    <div ref={top}>
      {correctedQuery !== null && (
        <p class="mt-3">
          Nothing is spelled “{query}”. Showing results for{' '}
          <a class="link" href={href('/search', { q: correctedQuery, source: values['source'] })}>
            {correctedQuery}
          </a>
          .
        </p>
      )}
      <ListHead count={foundIn(hits)}>{hasOrders ? <OrderSelect /> : <span />}</ListHead>
      {nodes.length === 0 && <NothingFound query={query} hasTmdb={hasTmdb} />}
      {/* Rows of another page are other elements: none of them moves. */}
      <ul key={pageInfo.startCursor}>
        {nodes.map((hit) => (
          <li key={hit.node.id} class="border-b border-line">
            <HitRow hit={hit} query={words} />
          </li>
        ))}
      </ul>
      <Pager name="" pageInfo={pageInfo} label="results" />
    </div>
  );
}

function foundIn({ totalCount, totalCountIsExact }: HitsFragment): string {
  return `${totalCountIsExact ? '' : 'more than '}${countOf(totalCount, 'result')}`;
}

function HitRow({ hit, query }: { hit: Hit; query: string }): JSX.Element {
  const { node } = hit;
  if (node.__typename !== 'Person')
    return (
      <TitleRow title={node} query={query}>
        <Reason hit={hit} name={node.displayTitle} query={query} />
      </TitleRow>
    );
  return (
    <PersonRow person={node} query={query}>
      <Reason hit={hit} name={node.primaryName} query={query} />
      {node.knownFor.length > 0 && (
        <p class="text-sm text-soft">
          {node.knownFor.map(({ id, displayTitle }, index) => (
            <>
              {index > 0 && ', '}
              <a href={href(`/title/${id}`)} dir="auto">
                {displayTitle}
              </a>
            </>
          ))}
        </p>
      )}
    </PersonRow>
  );
}

/** The text that matches, where it is not the name that is shown. */
function Reason({ hit, name, query }: { hit: Hit; name: string; query: string }): JSX.Element | null {
  const { matchedOn, matchedText, region } = hit;
  if (matchedText === name) return null;
  return (
    <p class="text-sm text-soft">
      {REASONS[matchedOn]}{' '}
      <span class="text-ink" dir="auto">
        <Marked text={matchedText} query={query} />
      </span>
      {region !== null && ` (${regionName(region)})`}
    </p>
  );
}

const REASONS: Readonly<Record<Hit['matchedOn'], string>> = {
  AKA: 'also called',
  ID: 'has the id',
  NAME: 'named',
  ORIGINAL: 'original title',
  PRIMARY: 'title',
  TMDB_ALTERNATIVE_TITLE: 'also called, at TMDB,',
};
