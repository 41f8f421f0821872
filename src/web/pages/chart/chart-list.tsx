import type { JSX } from 'preact';

import type { ChartKind, ChartPageQuery } from '../../generated/graphql.ts';
import { ListHead } from '../../lists/title-list.tsx';
import { useListTop } from '../../lists/use-list-top.ts';
import { Move } from '../../parts/move.tsx';
import { Pager } from '../../parts/pager.tsx';
import { TitleRow } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { countOf } from '../../words/count-of.ts';
import { asExactRating, asNumber } from '../../words/format.ts';

type Chart = NonNullable<ChartPageQuery['chart']>;

/** A page of a chart: rank, move, title and weighted rating, and how the last is computed. */
export function ChartList({ chart, kind }: { chart: Chart; kind: ChartKind }): JSX.Element {
  const { nodes, pageInfo, totalCount, minVotes, meanRating } = chart;
  const top = useListTop(pageInfo.startCursor);
  return (
    <div ref={top}>
      <ListHead count={countOf(totalCount, 'title')} />
      {nodes.length === 0 && (
        <p class="notice">
          No title of this genre and these years has {asNumber(minVotes)} votes. Choose fewer filters above.
        </p>
      )}
      <ol>
        {nodes.map((entry) => (
          <li key={entry.title.id} class="border-b border-line">
            <TitleRow
              title={entry.title}
              lead={<span class="w-10 pt-0.5 text-right font-display text-lg tabular-nums">{entry.rank}</span>}
            >
              <p class="text-sm">
                {kind !== 'MOST_VOTED' && (
                  <span class="text-soft">weighted {asExactRating(entry.weightedRating)} </span>
                )}
                <Move by={entry.rankChange} of="ranks" />
              </p>
            </TitleRow>
          </li>
        ))}
      </ol>
      <Pager name="" pageInfo={pageInfo} label="the chart" />
      <aside class="panel mt-8 max-w-3xl text-sm" aria-label="How the chart is made">
        <h2 class="mb-1 text-lg">How the chart is made</h2>
        <p>
          {kind === 'MOST_VOTED'
            ? 'Titles are ranked by votes; of equal votes, the better weighted rating comes first. '
            : 'Titles are ranked by a weighted rating, because a mean of few votes says little. '}
          The weighted rating is the title’s own mean, drawn towards the mean of the whole chart
          {meanRating !== null && ` (${asExactRating(meanRating)})`} as if {asNumber(minVotes)} more people had voted
          that mean: the fewer votes, the closer to it. Titles with fewer than {asNumber(minVotes)} votes are not
          ranked.
        </p>
        <p class="mt-1">
          Moves are those since the ratings last changed. People by their work:{' '}
          <a class="link" href={href('/career/director')}>
            directors, actors and others
          </a>
          .
        </p>
      </aside>
    </div>
  );
}
