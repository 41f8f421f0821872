import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { DatasetPageDocument } from '../../generated/graphql.ts';
import { Heading, Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { REGION } from '../../words/reader.ts';
import { BuildFacts } from './build-facts.tsx';
import { Sources, Tables } from './build-tables.tsx';
import { changeKindOf } from './change-kinds.ts';
import { TmdbFacts } from './tmdb-facts.tsx';
import { Changes } from './changes.tsx';

/** The build that is served, at `/dataset`: where its data is from, how old it is, and what has changed. */
export function DatasetPage(): JSX.Element {
  const { since, kind } = useQueryString().values;
  const kinds = changeKindOf(kind);
  const answer = useAnswer(DatasetPageDocument, {
    region: REGION,
    since: since || undefined,
    kinds,
    ...usePageOf('', 20),
  });
  return (
    <Page answer={answer} titleOf={() => 'The data'}>
      {(data) => (
        <>
          <Heading class="mt-4">The data</Heading>
          <BuildFacts build={data.dataset} />
          <Changes data={data} />
          <Sources sources={data.dataset.sources} />
          {data.dataset.tmdb !== null && <TmdbFacts tmdb={data.dataset.tmdb} />}
          <Tables tables={data.dataset.tables} />
        </>
      )}
    </Page>
  );
}
