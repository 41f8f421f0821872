import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { buildOf } from './source-files.ts';
import type { SourceLines } from './source-files.ts';

const row = (...columns: (string | number)[]): string => columns.join('\t');

/** Titles by their numbers, with year and votes; the second name is the original one. */
const TITLES: [
  id: number,
  type: string,
  name: string,
  original: string,
  year: number | string,
  votes: number,
  adult?: 1,
][] = [
  [1, 'movie', 'Dune', 'Dune', 1984, 500],
  [2, 'movie', 'Dune', 'Dune', 2021, 900],
  [3, 'tvEpisode', 'Dune Part Two', 'Dune Part Two', 2024, 800],
  [4, 'movie', 'The Road to Dune', 'The Road to Dune', 2020, 700],
  [5, 'movie', 'Wüstenplanet', 'Der Wüstenplanet', 1990, 10],
  [6, 'movie', 'Inception', 'Inception', 2010, 2000],
  [7, 'short', 'Ception', 'Ception', 2011, 5],
  [8, 'movie', "Nobody's Fool", "Nobody's Fool", 1994, 300],
  [9, 'movie', 'Amélie', "Le fabuleux destin d'Amélie Poulain", 2001, 1500],
  [10, 'movie', '1984', '1984', 1956, 50],
  [11, 'movie', '2012', '2012', 2009, 60],
  [12, 'movie', 'Blade Runner 2049', 'Blade Runner 2049', 2017, 1000],
  [13, 'movie', 'Blade Runner', 'Blade Runner', 1982, 1100],
  [14, 'movie', 'Dune Nights', 'Dune Nights', 1999, 20, 1],
  [15, 'tvSeries', 'Bjørn and Łukasz', 'Bjørn and Łukasz', 2015, 40],
  [16, 'movie', 'Bora Bora', 'Bora Bora', 1968, 30],
  [17, 'movie', 'Sand', 'Sand', 1949, 15],
];

const LINES: SourceLines = {
  'title.basics': TITLES.map(([id, type, name, original, year, , adult = 0]) =>
    row(`tt${String(id).padStart(7, '0')}`, type, name, original, adult, year, '\\N', '\\N', 'Drama'),
  ),
  'title.akas': [
    // The original title under another region is no other title.
    row('tt0000002', 1, 'Dune', 'US', '\\N', '\\N', '\\N', '1'),
    row('tt0000002', 2, 'Der Wüstenplanet', 'DE', '\\N', 'imdbDisplay', '\\N', '0'),
    row('tt0000002', 3, 'Der Wustenplanet', 'AT', '\\N', '\\N', '\\N', '0'),
    row('tt0000002', 4, 'Diuna', 'PL', '\\N', '\\N', '\\N', '0'),
    row('tt0000017', 1, 'Dune of Sand', 'FR', '\\N', '\\N', '\\N', '0'),
  ],
  'title.ratings': TITLES.map(([id, , , , , votes]) => row(`tt${String(id).padStart(7, '0')}`, '7.0', votes)),
  'title.crew': [row('tt0000001', 'nm0000001', '\\N')],
  'title.episode': [row('tt0000003', 'tt0000015', 1, 1)],
  'title.principals': [row('tt0000001', 1, 'nm0000001', 'actor', '\\N', '\\N')],
  'name.basics': [
    row('nm0000001', 'Dune Walker', '1963', '\\N', 'actor', 'tt0000006'),
    row('nm0000002', 'Walker Evans', '\\N', '\\N', 'actor', '\\N'),
  ],
};

interface Hit {
  node: { id: string };
  score: number;
  matchedOn: string;
  matchedText: string;
  region: string | null;
}

let modes: Record<'index' | 'parquet', TestGateway>;

beforeAll(async () => {
  const folders = await buildOf(LINES, 'search');
  modes = { index: await openGateway(folders), parquet: await openGateway(folders, { lookup: 'parquet' }) };
});

afterAll(async () => {
  for (const gateway of Object.values(modes)) await gateway.close();
});

describe.each(['index', 'parquet'] as const)('search of the %s', (mode) => {
  async function hits(query: string, args = ''): Promise<Hit[]> {
    const { data, errors } = await modes[mode].query(
      `query ($query: String!) { search(query: $query, first: 50 ${args}) {
        nodes { score matchedOn matchedText region node { ... on Title { id } ... on Person { id } } } } }`,
      { query },
    );
    expect(errors).toBeUndefined();
    return (data as { search: { nodes: Hit[] } }).search.nodes;
  }

  /** `2` for tt0000002 and `-1` for nm0000001. */
  async function found(query: string, args = ''): Promise<number[]> {
    return (await hits(query, args)).map(({ node: { id } }) => Number(id.slice(2)) * (id.startsWith('nm') ? -1 : 1));
  }

  test('tells exact texts, beginnings, words and other titles, each by votes', async () => {
    const all = await hits('dune');
    expect(
      all.map(({ node, score, matchedOn, matchedText, region }) => [node.id, score, matchedOn, matchedText, region]),
    ).toEqual([
      ['tt0000002', 1, 'PRIMARY', 'Dune', null],
      ['tt0000001', 1, 'PRIMARY', 'Dune', null],
      // With the votes of Inception.
      ['nm0000001', 0.9, 'NAME', 'Dune Walker', null],
      ['tt0000003', 0.9, 'PRIMARY', 'Dune Part Two', null],
      ['tt0000004', 0.8, 'PRIMARY', 'The Road to Dune', null],
      ['tt0000017', 0.75, 'AKA', 'Dune of Sand', 'FR'],
    ]);
  });

  test.each<[string, number[]]>([
    ['nobodys fool', [8]],
    ["NOBODY'S FOOL!", [8]],
    ['fool nobody’s', [8]],
    ['amelie', [9]],
    ['destin fabuleux', [9]],
    ['bjorn lukasz', [15]],
    ['bora bora', [16]],
    ['bora', [16]],
    ['road dun', [4]],
    ['ception', [7, 6]],
    ['nceptio', [6]],
    ['incepion', [6]],
    ['inecptoin', [6]],
    ['nobodys foool', [8]],
    ['blade runer', [13, 12]],
    ['diuna', [2]],
    ['zzzz', []],
    ['dune dune dune', [-1, 2, 3, 4, 1, 17]],
  ])('%s finds %j', async (query, ids) => {
    expect(await found(query)).toEqual(ids);
  });

  test.each<[string, number[]]>([
    ['dune 1984', [1, 2, -1, 3, 4, 17]],
    ['1984 dune', [1, 2, -1, 3, 4, 17]],
    ['1984', [10]],
    ['2012', [11]],
    ['blade runner 2049', [12, 13]],
    ['blade runner 1982', [13, 12]],
    // Of two years the last one is the hint.
    ['blade runner 2049 2017', [12]],
    ['2012 2009', [11]],
    ['dnue 1984', [1, 2, -1, 3, 4, 17]],
  ])('a year is a hint: %s finds %j', async (query, ids) => {
    const all = await found(query);
    expect(all.slice(0, ids.length)).toEqual(ids);
  });

  test.each<[string, number[]]>([
    ['types: [MOVIE]', [2, 1, 4, 17]],
    ['types: [EPISODE, PERSON]', [-1, 3]],
    ['types: [SERIES]', []],
    ['includeAkas: false', [2, 1, -1, 3, 4]],
    ['region: "fr"', [2, 1, -1, 3, 4, 17]],
    ['region: "DE"', [2, 1, -1, 3, 4]],
    ['year: 2020', [4]],
    ['adult: INCLUDE', [2, 1, -1, 3, 14, 4, 17]],
    ['adult: ONLY', [14]],
  ])('filters by %s', async (args, ids) => {
    expect(await found('dune', args)).toEqual(ids);
  });

  test('a region says which other titles are looked at, and is that of the hit', async () => {
    expect(await hits('der wustenplanet', 'region: "AT", types: [MOVIE]')).toMatchObject([
      { node: { id: 'tt0000002' }, score: 1, matchedOn: 'AKA', matchedText: 'Der Wustenplanet', region: 'AT' },
      { node: { id: 'tt0000005' }, score: 1, matchedOn: 'ORIGINAL', region: null },
    ]);
    const { errors } = await modes[mode].query('{ search(query: "dune", region: "XQ") { totalCount } }');
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^region: no title of the data has the market "XQ"/) as string,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test.each(['dune', 'dune 1984', 'ception', 'blade runer', 'e', 'walker'])(
    'the pages of %s are the whole list, forward and backward',
    async (query) => {
      const whole = await found(query);
      const read = async (args: string) => {
        const { data } = await modes[mode].query(
          `query ($query: String!) { search(query: $query ${args}) {
            totalCount totalCountIsExact nodes { node { ... on Title { id } ... on Person { id } } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
          { query },
        );
        return (
          data as {
            search: {
              totalCount: number;
              totalCountIsExact: boolean;
              nodes: Hit[];
              pageInfo: Record<string, string | boolean>;
            };
          }
        ).search;
      };
      for (const size of [1, 2, 3]) {
        for (const [count, cursor, more, place] of [
          ['first', 'after', 'hasNextPage', 'endCursor'],
          ['last', 'before', 'hasPreviousPage', 'startCursor'],
        ] as const) {
          const seen: number[] = [];
          for (let args = `, ${count}: ${size}`, next = true; next;) {
            const page = await read(args);
            expect(page).toMatchObject({ totalCount: whole.length, totalCountIsExact: true });
            const ids = page.nodes.map(({ node: { id } }) => Number(id.slice(2)) * (id.startsWith('nm') ? -1 : 1));
            if (count === 'first') seen.push(...ids);
            else seen.unshift(...ids);
            next = page.pageInfo[more] === true;
            args = `, ${count}: ${size}, ${cursor}: ${JSON.stringify(page.pageInfo[place])}`;
          }
          expect(seen).toEqual(whole);
        }
      }
    },
  );

  test.each([
    ['blade runer', 'blade runner'],
    ['inecptoin', 'inception'],
    ['dnue 1984', 'dune 1984'],
    ['blade runner', null],
    ['ception', null],
    ['zzzz', null],
    ['', null],
  ])('the correction of %j is %j', async (query, corrected) => {
    const { data } = await modes[mode].query('query ($query: String!) { search(query: $query) { correctedQuery } }', {
      query,
    });
    expect(data).toEqual({ search: { correctedQuery: corrected } });
  });

  test.each(['', ' \t\n', '%', '_', "'", '(?:', '…!?', '\uD800', '\uDC00\uD800', '%%%%', '🎬'])(
    'there is nothing to look for in %j',
    async (query) => {
      expect(await hits(query)).toEqual([]);
      const { data } = await modes[mode].query(
        'query ($query: String!) { search(query: $query) { totalCount totalCountIsExact } suggest(prefix: $query) { score } }',
        { query },
      );
      expect(data).toEqual({ search: { totalCount: 0, totalCountIsExact: true }, suggest: [] });
    },
  );

  test.each<[string, string, string[]]>([
    [
      'd',
      '',
      [
        'Dune Walker',
        "Le fabuleux destin d'Amélie Poulain",
        'Dune',
        'Dune Part Two',
        'The Road to Dune',
        'Dune',
        'Dune of Sand',
        'Der Wüstenplanet',
      ],
    ],
    ['du', 'types: [MOVIE], first: 2', ['Dune', 'The Road to Dune']],
    ['blade run', '', ['Blade Runner', 'Blade Runner 2049']],
    ['wus', '', ['Der Wüstenplanet', 'Wüstenplanet']],
    ['w', 'types: [PERSON]', ['Dune Walker', 'Walker Evans']],
    ['dune', 'first: 0', []],
  ])('suggests for %s %s the most popular', async (prefix, args, texts) => {
    const { data, errors } = await modes[mode].query(
      `query ($prefix: String!) { suggest(prefix: $prefix ${args}) { matchedText } }`,
      { prefix },
    );
    expect(errors).toBeUndefined();
    expect((data as { suggest: Hit[] }).suggest.map(({ matchedText }) => matchedText)).toEqual(texts);
  });
});
