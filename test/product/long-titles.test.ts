import { expect, test } from 'vitest';

import { openGateway } from '../support/gateway.ts';
import { buildOf } from './source-files.ts';

const line = (id: string, title: string): string =>
  [id, 'movie', title, title, '0', '1999', '\\N', '90', 'Drama'].join('\t');

const times = (count: number, of: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at)).join(' ');

/** Titles around 255 words, up to which positions are told apart, with words that are there once and often. */
const TITLES: readonly string[] = [
  ...[254, 255, 256, 257].map((count) => times(count, () => 'la')),
  `${times(254, (at) => `word${at}`)} end end end`,
  `${times(3000, (at) => (at % 3 === 0 ? 'ora' : `x${at % 7}`))} finis`,
];

test('titles of more words than positions are told apart for are in the build, and found by each of their words', async () => {
  const lines = { 'title.basics': TITLES.map((title, at) => line(`tt000000${at + 1}`, title)) };
  const folders = await buildOf(lines, 'long-titles');
  const gateway = await openGateway(folders);
  const tables = await openGateway(folders, { lookup: 'parquet' });
  for (const [query, found] of [
    ['la', [1, 2, 3, 4]],
    ['la la la', [1, 2, 3, 4]],
    ['end', [5]],
    ['word0 end', [5]],
    ['finis', [6]],
    ['x3 ora finis', [6]],
  ] as const) {
    const document = 'query ($query: String!) { search(query: $query) { nodes { id score } } }';
    const { data } = await gateway.query(document, { query });
    const { nodes } = (data as { search: { nodes: { id: string }[] } }).search;
    expect([query, nodes.map(({ id }) => Number(id.slice(2))).sort((one, other) => one - other)]).toEqual([
      query,
      found,
    ]);
    expect((await tables.query(document, { query })).data).toEqual(data);
  }
  await gateway.close();
  await tables.close();
});
