import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { ChartPageDocument } from '../../generated/graphql.ts';
import type { ChartKind } from '../../generated/graphql.ts';
import { FacetChips } from '../../lists/facet-chips.tsx';
import { MissingPage } from '../../parts/missing-page.tsx';
import { filterOf } from '../../lists/title-filter.ts';
import { Heading, Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { REGION } from '../../words/reader.ts';
import { CHART_SLUGS, chartOf, CHARTS } from './chart-kinds.ts';
import { ChartList } from './chart-list.tsx';

/** Votes that a title needs to be in a chart. */
const MIN_VOTES = 1000;

/** A chart, at `/chart/:kind`, with genres and decades to choose from. */
export function ChartPage({ kind: slug }: { kind: string }): JSX.Element {
  const kind = chartOf(slug);
  return kind === undefined ? <MissingPage what="chart" /> : <Chart kind={kind} />;
}

function Chart({ kind }: { kind: ChartKind }): JSX.Element {
  const { genre, year } = useQueryString().values;
  const { heading, about, types } = CHARTS[kind];
  const filter = filterOf({ genre, year });
  const answer = useAnswer(ChartPageDocument, {
    region: REGION,
    kind,
    filter,
    // The titles that the chart ranks, to count their genres and decades.
    listed: { ...filter, types: types && { any: types }, votes: { min: MIN_VOTES } },
    minVotes: MIN_VOTES,
    ...usePageOf('', 25),
  });
  return (
    <Page answer={answer} titleOf={() => heading}>
      {({ chart, besides }) => (
        <>
          <Heading class="mt-4">{heading}</Heading>
          <p class="text-soft">{about}</p>
          <nav class="no-print mt-2 flex flex-wrap gap-1.5" aria-label="Charts">
            {CHART_SLUGS.map((other) => (
              <a
                key={other.slug}
                class={other.kind === kind ? 'chip-on' : 'chip'}
                aria-current={other.kind === kind ? 'page' : undefined}
                href={href(`/chart/${other.slug}`, { genre, year })}
              >
                {CHARTS[other.kind].heading}
              </a>
            ))}
          </nav>
          <FacetChips name="year" buckets={besides?.facets?.decade.toReversed() ?? []} />
          <FacetChips name="genre" buckets={besides?.facets?.genre ?? []} />
          {chart !== null && <ChartList chart={chart} kind={kind} />}
        </>
      )}
    </Page>
  );
}
