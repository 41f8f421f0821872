import { afterAll, beforeAll, expect, test } from 'vitest';

import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { buildOf } from './source-files.ts';

const row = (...columns: string[]): string => columns.join('\t');
const film = (id: string, primary: string, original: string): string =>
  row(id, 'movie', primary, original, '0', '2000', '\\N', '90', '\\N');

/** More words than the postings number, the last ones among them. */
const LONG = Array.from({ length: 300 }, (_, at) => `w${at}`).join(' ');

const LINES = {
  'title.basics': [
    film('tt0000001', 'New York, New York', 'New York, New York'),
    film('tt0000002', '\\N', 'Été Perdu'),
    film('tt0000003', 'Lost Summer', 'Été Perdu'),
    film('tt0000004', 'Cafe', 'Café'),
    film('tt0000005', 'Summer', '!!!'),
    film('tt0000006', 'Summer Cafe', '\\N'),
    film('tt0000007', '???', 'Summer in Winter'),
    film('tt0000008', LONG, LONG),
    film('tt0000009', 'Лето', 'Лето!'),
  ],
  'title.akas': [row('tt0000001', '1', 'Summer in York', 'DE', 'de', '\\N', '\\N', '0')],
  'title.principals': [
    row('tt0000001', '1', 'nm0000001', 'actor', '\\N', '\\N'),
    row('tt0000002', '1', 'nm0000002', 'actor', '\\N', '\\N'),
    row('tt0000003', '1', 'nm0000003', 'actor', '\\N', '\\N'),
  ],
  'name.basics': [
    row('nm0000001', 'Anna Márie', '\\N', '\\N', '\\N', '\\N'),
    row('nm0000002', 'Marie Anna', '\\N', '\\N', '\\N', '\\N'),
    row('nm0000003', '-?-', '\\N', '\\N', '\\N', '\\N'),
  ],
};

let index: TestGateway;
let parquet: TestGateway;

beforeAll(async () => {
  const folders = await buildOf(LINES, 'word-filters');
  index = await openGateway(folders);
  parquet = await openGateway(folders, { lookup: 'parquet' });
});

afterAll(async () => {
  await index.close();
  await parquet.close();
});

/** The last digits of what fits, which both modes find. */
async function found(list: string, type: string, filter: unknown): Promise<string> {
  const query = `query ($filter: ${type}) { list: ${list}(filter: $filter) { nodes { id } } }`;
  const [one, other] = await Promise.all([index, parquet].map((gateway) => gateway.query(query, { filter })));
  expect(other).toEqual(one);
  expect(one).not.toHaveProperty('errors');
  const { data } = one as { data: { list: { nodes: { id: string }[] } } };
  return data.list.nodes.map(({ id }) => id.slice(-1)).join('');
}

test.each<[string, Record<string, unknown>]>([
  ['1', { primaryTitle: { words: 'york new NEW' } }],
  ['1', { originalTitle: { words: 'york new' } }],
  ['2', { primaryTitle: { words: 'perdu' } }],
  ['23', { originalTitle: { words: 'PERDU ete' } }],
  ['', { primaryTitle: { words: 'lost perdu' } }],
  ['46', { primaryTitle: { words: 'café' } }],
  ['4', { originalTitle: { words: 'cafe' } }],
  ['356', { primaryTitle: { words: 'summer' } }],
  ['7', { originalTitle: { words: 'summer' } }],
  ['', { primaryTitle: { words: 'winter' } }],
  ['8', { primaryTitle: { words: LONG.slice(-200) } }],
  ['8', { originalTitle: { words: LONG.slice(0, 200) } }],
  ['', { primaryTitle: { words: `${LONG.slice(0, 100)} summer` } }],
  ['9', { originalTitle: { words: 'ЛЕТО' } }],
  ['3', { primaryTitle: { words: 'summer', contains: 'lost' }, originalTitle: { words: 'perdu' } }],
  ['12', { person: { words: 'marie' } }],
  ['', { person: { words: '?' } }],
  ['1', { people: { allNames: ['anna MÁRIE'] } }],
  ['', { people: { allNames: ['anna marie'] } }],
  ['', { people: { allNames: ['Anna Márie', 'Marie Anna'] } }],
  ['3', { people: { allNames: ['-?-'] } }],
  ['', { people: { allNames: ['-?-', 'Marie Anna'] } }],
  ['', { people: { allNames: [''] } }],
])('titles %s have the words of %j', async (expected, filter) => {
  expect(await found('titles', 'TitleFilter', filter)).toBe(expected);
});

test('people have the words of a filter in their names, whole and in any order', async () => {
  expect(await found('people', 'PersonFilter', { name: { words: 'MARIE anna' } })).toBe('12');
  expect(await found('people', 'PersonFilter', { name: { words: 'mari' } })).toBe('');
});
