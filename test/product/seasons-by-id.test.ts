import { expect, test } from 'vitest';

import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import { tt } from './tables.ts';

const { index, parquet, tables } = await openBothModes((await demoBuild(0.01)).folders);

const SEASONS = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { __typename id ... on Season { number episodes(first: 0) { totalCount } } }
}`;

test('nodes finds every season by the id that it has, in both modes, with its episodes', async () => {
  const rows = await tables.rows(`
    FROM (SELECT parentTconst, seasonNumber, count(*)::INTEGER AS episodes
    FROM episodes JOIN titles AS series ON series.tconst = parentTconst
      JOIN titles AS episode ON episode.tconst = episodes.tconst
    WHERE series.titleType IN ('tvSeries', 'tvMiniSeries')
    GROUP BY parentTconst, seasonNumber) ORDER BY seasonNumber IS NULL DESC, hash(parentTconst, seasonNumber) LIMIT 100`);
  const seasons = rows.map(({ parentTconst, seasonNumber, episodes }) => ({
    __typename: 'Season',
    id: `${tt(parentTconst)}/season/${seasonNumber === null ? 'unknown' : Number(seasonNumber)}`,
    number: seasonNumber,
    episodes: { totalCount: episodes },
  }));
  const ids = seasons.map(({ id }) => id);
  expect(ids.filter((id) => id.endsWith('unknown')).length).toBeGreaterThan(0);
  expect(ids.length).toBeGreaterThan(50);
  for (const gateway of [index, parquet]) {
    const { data, errors } = await gateway.query(SEASONS, { ids });
    expect(errors).toBeUndefined();
    expect((data as { nodes: unknown }).nodes).toEqual(seasons);
  }
});
