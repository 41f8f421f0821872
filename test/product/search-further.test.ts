import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { buildOf } from './source-files.ts';
import type { SourceLines } from './source-files.ts';

/** More than any page, so that what comes behind them must be paged to. */
const MANY = 130;

const many = (text: (number: number) => string): string[] => Array.from({ length: MANY }, (_, at) => text(at + 1));

/** The most popular first. */
const TITLES = [
  ...many((number) => `Behind ${number} Doors of the Silence`),
  'The Silence',
  'The Silence 1984',
  'Silence of a House',
  ...Array.from({ length: 12 }, (_, at) => `House ${at + 1}`),
  'Lighthouse',
  'The Lighthouse Keepers',
  'The Long Road',
  "Henry's Valley",
  'Henry of the North',
  "L'ombre du jardin",
  'Saint-Neau',
  'Vallon 1',
  'Vallan',
  'Year 1995',
  'Mother of All',
  'Horse Castle',
  'Το ποτάμι της χήρας',
  'Gable',
  'Gablefield',
  'Moot',
  'Mootness',
  '巨人の谷',
  "L'envolée",
  'ミステリー列車の夜',
  'ΣΤΕΛΛΑ',
  'Stella Wick',
  'Брат 2',
  'Брат Wolf',
  'トライガン',
  'となりの山小屋',
  'ほしのゆめ',
  'القـاهـرة',
  '臥虎藏龍',
  '기생충',
  '黒と白鳥の湖水',
  'Xo Nen',
  'Do-Ren',
];

/** Of titles whose primary title is folded like another one. */
const ORIGINALS = new Map([['Do-Ren', 'Do Ren']]);

const idOf = (at: number): string => `tt${String(at + 1).padStart(7, '0')}`;
const row = (...columns: (string | number)[]): string => columns.join('\t');

const LINES: SourceLines = {
  'title.basics': TITLES.map((title, at) =>
    row(
      idOf(at),
      'movie',
      ORIGINALS.get(title) ?? title,
      title,
      0,
      title.startsWith('Vallon') ? 1990 : 2000,
      '\\N',
      '\\N',
      'Drama',
    ),
  ),
  'title.ratings': TITLES.map((_, at) => row(idOf(at), '7.0', 10_000 - at)),
  'title.akas': ['Xo-Nen', 'Xo, Nen', 'XO NEN'].map((aka, at) =>
    row(idOf(TITLES.indexOf('Xo Nen')), at + 1, aka, 'DE', '\\N', '\\N', '\\N', 0),
  ),
  'name.basics': [row('nm0000001', 'Vallin Smith', '\\N', '\\N', 'actor', '\\N')],
};

interface Found {
  totalCount: number;
  totalCountIsExact: boolean;
  correctedQuery: string | null;
  nodes: { score: number; matchedText: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

interface Window {
  edges: { cursor: string; node: { matchedText: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

let modes: Record<'index' | 'parquet', TestGateway>;

beforeAll(async () => {
  const folders = await buildOf(LINES, 'search-further');
  modes = { index: await openGateway(folders), parquet: await openGateway(folders, { lookup: 'parquet' }) };
});

afterAll(async () => {
  for (const gateway of Object.values(modes)) await gateway.close();
});

describe.each(['index', 'parquet'] as const)('what is not there word for word, of the %s', (mode) => {
  async function find(query: string, args = ''): Promise<Found> {
    const { data, errors } = await modes[mode].query(
      `query ($query: String!) { search(query: $query ${args}) {
        totalCount totalCountIsExact correctedQuery nodes { score matchedText } pageInfo { hasNextPage endCursor } } }`,
      { query },
    );
    expect(errors).toBeUndefined();
    return (data as { search: Found }).search;
  }

  const texts = async (query: string, args?: string): Promise<string[]> =>
    (await find(query, args)).nodes.map(({ matchedText }) => matchedText);

  test('what is the query as corrected comes before what is more popular', async () => {
    const { nodes, correctedQuery } = await find('the silencu');
    expect(correctedQuery).toBe('the silence');
    expect(nodes.slice(0, 2)).toEqual([
      { score: 0.2, matchedText: 'The Silence' },
      { score: 0.15, matchedText: TITLES[0] },
    ]);
    expect(await texts('the silencu 1984', 'first: 2')).toEqual(['The Silence 1984', 'The Silence']);
  });

  test('near spellings can be paged to the end', async () => {
    const seen: string[] = [];
    let after = '';
    for (let next = true; next;) {
      const page = await find('the silencu', `first: 40 ${after}`);
      expect(page).toMatchObject({ totalCount: MANY + 2, totalCountIsExact: true });
      seen.push(...page.nodes.map(({ matchedText }) => matchedText));
      next = page.pageInfo.hasNextPage;
      after = `after: ${JSON.stringify(page.pageInfo.endCursor)}`;
    }
    expect(seen.toSorted()).toEqual(TITLES.slice(0, MANY + 2).toSorted());
    const last = await find('the silencu', 'last: 1');
    expect(last.nodes[0]?.matchedText).toBe(seen.at(-1));
  });

  test.each(['behind doors', 'house', 'the silencu'])(
    '%s can be paged between two cursors, from both sides',
    async (query) => {
      const window = async (args: string) => {
        const { data, errors } = await modes[mode].query(
          `query ($query: String!) { search(query: $query ${args}) {
            edges { cursor node { matchedText } } pageInfo { hasNextPage hasPreviousPage } } }`,
          { query },
        );
        expect(errors).toBeUndefined();
        const { edges, pageInfo } = (data as { search: Window }).search;
        return { edges, texts: edges.map(({ node }) => node.matchedText), ...pageInfo };
      };
      const { edges, texts: all } = await window('first: 100');
      const [from, to] = [1, all.length - 2];
      const [after, before] = [from, to].map((at) => JSON.stringify(edges[at]?.cursor));
      const between = `after: ${after}, before: ${before}`;
      const whole = { texts: all.slice(from + 1, to), hasNextPage: true, hasPreviousPage: true };
      expect(await window(`first: 100, ${between}`)).toMatchObject(whole);
      expect(await window(`last: 100, ${between}`)).toMatchObject(whole);
      expect((await window(`first: 3, ${between}`)).texts).toEqual(whole.texts.slice(0, 3));
      expect((await window(`last: 3, ${between}`)).texts).toEqual(whole.texts.slice(-3));
      expect((await window(`first: 100, after: ${before}, before: ${after}`)).texts).toEqual([]);
    },
  );

  test('a corrected word of five letters and more may go on, a shorter one may not', async () => {
    expect(await texts('gabel')).toEqual(['Gable', 'Gablefield']);
    expect(await texts('moqt')).toEqual(['Moot']);
  });

  test('parts of words come behind whole words, however many there are', async () => {
    const { nodes, correctedQuery } = await find('house', 'first: 50');
    expect(nodes.map(({ score }) => score)).toEqual([...Array<number>(12).fill(0.9), 0.8, 0.3, 0.3]);
    expect(nodes.slice(-2).map(({ matchedText }) => matchedText)).toEqual(['Lighthouse', 'The Lighthouse Keepers']);
    expect(correctedQuery).toBeNull();
    expect(await texts('hthouse epers')).toEqual(['The Lighthouse Keepers']);
  });

  test.each([
    ['the long rod', 'The Long Road', 'the long road'],
    ['lighthouse keper', 'The Lighthouse Keepers', 'lighthouse keepers'],
    ['henry s valley', "Henry's Valley", 'henrys valley'],
    ['l ombre du jardin', "L'ombre du jardin", null],
    // That is a reading of the text.
    ['saintneau', 'Saint-Neau', null],
    // Both are parts of it, as they are typed.
    ['light house', 'Lighthouse', null],
    ['henrysvalley', "Henry's Valley", 'henrys valley'],
    ['mothr of al', 'Mother of All', 'mother of al'],
    ['henrys volley', "Henry's Valley", 'henrys valley'],
    ['ombre du mardin', "L'ombre du jardin", 'ombre du jardin'],
    // One word that nothing has, and one that something else has.
    ['house castel', 'Horse Castle', 'horse castle'],
    ['ΤΗΣ ΧΉΡΑΣ', 'Το ποτάμι της χήρας', null],
  ])('%s finds %s', async (query, text, corrected) => {
    const { nodes, correctedQuery } = await find(query);
    expect(nodes[0]?.matchedText).toBe(text);
    expect(correctedQuery).toBe(corrected);
  });

  test.each(['七人の侍', '巨人の川', 'xoot', 'mxtx', 'gbxe'])('%s is near to nothing', async (query) => {
    expect(await find(query)).toMatchObject({ totalCount: 0, correctedQuery: null });
  });

  test.each(['omot', 'moto', 'mot', 'moott', 'ミステリ列車の夜'])('%s is a typing error', async (query) => {
    expect((await find(query)).totalCount).toBeGreaterThan(0);
  });

  test.each([
    ['envolee', "L'envolée", 0.98],
    ['ombre du jardin', "L'ombre du jardin", 0.98],
    ['a vallan', 'Vallan', 0.85],
  ])('%s equals %s but for its article', async (query, text, score) => {
    const { nodes, correctedQuery } = await find(query);
    expect(nodes[0]).toEqual({ score, matchedText: text });
    expect(correctedQuery).toBeNull();
  });

  test.each([
    ['brat 2', 'Брат 2', 0.04, 'брат 2'],
    ['brat', 'Брат 2', 0.03, 'брат'],
    ['brat 2000', 'Брат 2', 0.03, 'брат 2000'],
    ['toraigan', 'トライガン', 0.04, 'トライカン'],
    ['hoshi no yume', 'ほしのゆめ', 0.04, 'ほしのゆめ'],
    ['al qahira', 'القـاهـرة', 0.04, 'القاهرة'],
    ['卧虎藏龙', '臥虎藏龍', 0.04, '臥虎藏龍'],
    ['卧虎', '臥虎藏龍', 0.03, '臥虎'],
    ['藏龙', '臥虎藏龍', 0.04, '臥虎藏龍'],
    ['wo hu cang long', '臥虎藏龍', 0.04, '臥虎藏龍'],
    ['gisaengchung', '기생충', 0.04, '기생충'],
    ['СТЕЛЛА', 'ΣΤΕΛΛΑ', 0.04, 'στελλα'],
  ])('%s is %s in another writing', async (query, text, score, corrected) => {
    const { nodes, correctedQuery, totalCountIsExact } = await find(query);
    expect(nodes[0]).toEqual({ score, matchedText: text });
    expect([correctedQuery, totalCountIsExact]).toEqual([corrected, true]);
  });

  test('another writing comes behind all else, and corrects nothing that is found', async () => {
    expect(await find('stella')).toMatchObject({
      correctedQuery: null,
      nodes: [
        { score: 0.9, matchedText: 'Stella Wick' },
        { score: 0.04, matchedText: 'ΣΤΕΛΛΑ' },
      ],
    });
    // One error before the other writing, two of them behind nothing.
    expect(await texts('stelle')).toEqual(['Stella Wick']);
    expect(await find('القاهرة')).toMatchObject({ correctedQuery: null, nodes: [{ score: 1 }] });
    for (const query of ['brat stella', 'brat wolf', 'toraigan 7', '虎卧', 'a']) {
      const { nodes } = await find(query);
      expect(nodes.filter(({ score }) => score < 0.05)).toEqual([]);
    }
  });

  test.each([['黒と白鳥湖水'], ['白鳥湖水'], ['となり山小屋']])('%s is several parts of one run', async (query) => {
    const { nodes, correctedQuery } = await find(query);
    expect(nodes.map(({ score }) => score)).toEqual([0.3]);
    expect(correctedQuery).toBeNull();
  });

  test.each([
    ['xonen', 'Xo-Nen', 0.96],
    ['xo nen', 'Xo Nen', 1],
    ['doren', 'Do-Ren', 1],
    ['do ren', 'Do Ren', 1],
  ])('%s is a reading of %s, which is folded like another title of the same', async (query, text, score) => {
    expect((await find(query)).nodes).toEqual([{ score, matchedText: text }]);
  });

  test.each(['1994', '1984 1994', '2001'])('the numbers of %s are no others', async (query) => {
    expect(await texts(query)).not.toContain('Year 1995');
  });

  test('a filter does not make other spellings of words that are there', async () => {
    expect(await texts('vallon')).toEqual(['Vallon 1', 'Vallan', 'Vallin Smith']);
    expect(await texts('henry of', 'types: [PERSON]')).toEqual([]);
    expect(await find('the silence', 'year: 1950')).toMatchObject({ nodes: [], correctedQuery: null, totalCount: 0 });
    expect(await texts('behind the', 'types: [PERSON]')).toEqual([]);
  });
});
