import { expect, test } from 'vitest';

import { fold } from '../../../src/dataset/words/fold.ts';
import { openBothModes } from '../../support/both-modes.ts';
import { buildOf } from '../source-files.ts';
import { tt } from '../tables.ts';
import { madeLines } from './made-lines.ts';

/* Titles of one name, against plain SQL over the canonical tables. */

const SIZE = { titles: 150, people: 2, series: 5, episodes: 40, credits: 1 };
const { index, parquet, tables } = await openBothModes(await buildOf(madeLines(SIZE), 'namesakes'));

interface List {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

async function read(id: number, args: string): Promise<List> {
  const query = `{ title(id: "${tt(id)}") { namesakes(${args}) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
  const { data, errors } = await index.query(query);
  expect(errors, query).toBeUndefined();
  expect((await parquet.query(query)).data, query).toEqual(data);
  return (data as { title: { namesakes: List } }).title.namesakes;
}

const EVERY_FIFTH = Array.from({ length: SIZE.titles }, (_, at) => at + 1).filter((id) => id % 5 === 0);

test.each(EVERY_FIFTH)('namesakes of title %i equal plain SQL', async (id) => {
  const rows = await tables.rows<{ tconst: number }>(
    `WITH names AS (SELECT tconst, titleType, isAdult, list_filter([${fold('primaryTitle')}, ${fold('originalTitle')}], lambda one: one <> '') AS names
       FROM titles)
     SELECT other.tconst FROM names AS own JOIN names AS other ON list_has_any(own.names, other.names)
       LEFT JOIN ratings ON ratings.tconst = other.tconst
     WHERE own.tconst = $1 AND other.tconst <> $1 AND own.isAdult = other.isAdult
       AND (own.titleType = 'tvEpisode' OR other.titleType <> 'tvEpisode')
     ORDER BY numVotes DESC NULLS LAST, other.tconst`,
    [id],
  );
  const wanted = rows.map(({ tconst }) => tt(tconst));
  const all = await read(id, 'first: 100');
  expect(all.nodes.map((title) => title.id)).toEqual(wanted);
  expect(all.totalCount).toBe(wanted.length);
  const paged: string[] = [];
  for (let after = ''; ;) {
    const { nodes, pageInfo } = await read(id, `first: 2${after}`);
    paged.push(...nodes.map((title) => title.id));
    after = `, after: "${pageInfo.endCursor}"`;
    if (!pageInfo.hasNextPage) break;
  }
  expect(paged).toEqual(wanted);
  const back: string[] = [];
  for (let before = ''; ;) {
    const { nodes, pageInfo } = await read(id, `last: 3${before}`);
    back.unshift(...nodes.map((title) => title.id));
    before = `, before: "${pageInfo.startCursor}"`;
    if (!pageInfo.hasPreviousPage) break;
  }
  expect(back).toEqual(wanted);
});

test('namesakes are found for titles of every kind', async () => {
  const lists = await Promise.all(EVERY_FIFTH.map((id) => read(id, 'first: 0')));
  expect(lists.filter(({ totalCount }) => totalCount > 2).length).toBeGreaterThan(10);
});

test('namesakes of one title have no page behind a cursor of another', async () => {
  const [one = 0, other = 0] = EVERY_FIFTH;
  const { pageInfo } = await read(one, 'first: 1');
  const query = `{ title(id: "${tt(other)}") { namesakes(first: 1, after: "${pageInfo.endCursor}") { totalCount } } }`;
  expect((await index.query(query)).errors?.[0]?.message).toMatch(/^after: this cursor was made in another list/);
});

test('namesakes have no facets', async () => {
  const { data, errors } = await index.query('{ title(id: "tt0000005") { namesakes { facets { genre { count } } } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ title: { namesakes: { facets: null } } });
});
