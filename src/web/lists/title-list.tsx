import type { JSX } from 'preact';

import type { TitleListFragment } from '../generated/graphql.ts';
import { Pager } from '../parts/pager.tsx';
import { PersonLinks } from '../parts/person-links.tsx';
import { TitleRow } from '../parts/title-row.tsx';
import { countOf } from '../words/count-of.ts';
import { asRuntime } from '../words/format.ts';
import { NothingFound } from './nothing-found.tsx';
import { OrderSelect } from './order-select.tsx';
import { useListTop } from './use-list-top.ts';

export interface TitleListProps {
  list: TitleListFragment;
  /** Words that were searched for, which are marked. */
  query?: string;
  /** Whether the server has data of TMDB's that the list can have too; no by default. */
  hasTmdb?: boolean | undefined;
}

/** A page of a list of titles: how many there are, their order, the rows, and the way to the other pages. */
export function TitleList({ list, query = '', hasTmdb }: TitleListProps): JSX.Element {
  const { totalCount, nodes, pageInfo } = list;
  const top = useListTop(pageInfo.startCursor);
  return (
    <div ref={top}>
      <ListHead count={countOf(totalCount, 'title')}>
        <OrderSelect />
      </ListHead>
      {nodes.length === 0 && <NothingFound query={query} hasTmdb={hasTmdb} />}
      {/* Rows of another page are other elements: none of them moves. */}
      <ul key={pageInfo.startCursor}>
        {nodes.map((title) => (
          <li key={title.id} class="border-b border-line">
            <TitleRow title={title} query={query}>
              <Details title={title} />
            </TitleRow>
          </li>
        ))}
      </ul>
      <Pager name="" pageInfo={pageInfo} label="titles" />
    </div>
  );
}

/** Above a list: how many it has, and its controls. */
export function ListHead({ count, children }: { count: string; children?: JSX.Element }): JSX.Element {
  return (
    <div class="mt-3 mb-1 flex min-h-9 flex-wrap items-center justify-between gap-2 border-b border-line pb-1 text-sm">
      <p class="text-soft" role="status">
        {count}
      </p>
      {children}
    </div>
  );
}

/** Running time and directors of a title, as far as they are known. */
function Details({ title }: { title: TitleListFragment['nodes'][number] }): JSX.Element | null {
  const { runtimeMinutes, directors } = title;
  if (runtimeMinutes === null && directors.nodes.length === 0) return null;
  return (
    <p class="text-sm text-soft">
      {runtimeMinutes !== null && asRuntime(runtimeMinutes)}
      {runtimeMinutes !== null && directors.nodes.length > 0 && ' · '}
      {directors.nodes.length > 0 && (
        <>
          by <PersonLinks people={directors.nodes} />
        </>
      )}
    </p>
  );
}
