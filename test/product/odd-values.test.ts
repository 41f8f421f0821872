import { afterAll, beforeAll, expect, test } from 'vitest';

import type { SourceName } from '../../src/dataset/sources/imdb.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { tableOf } from '../support/docs.ts';
import { buildOf } from './source-files.ts';

const NULL = '\\N';
const row = (...columns: string[]): string => columns.join('\t');

interface TitleParts {
  type?: string;
  adult?: string;
  start?: string;
  end?: string;
  runtime?: string;
  genres?: string;
}

const title = (id: string, parts: TitleParts = {}): string => {
  const { type = 'movie', adult = '0', start = '1999', end = NULL, runtime = '90', genres = 'Drama' } = parts;
  return row(id, type, `Film ${id}`, `Film ${id}`, adult, start, end, runtime, genres);
};

const credit = (ordering: number, characters: string): string =>
  row('tt0000001', String(ordering), 'nm0000001', 'actor', NULL, characters);

const aka = (ordering: string, types: string, attributes = NULL): string =>
  row('tt0000001', ordering, `Aka ${ordering}`, NULL, NULL, types, attributes, '0');

const LINES: Record<SourceName, string[]> = {
  'title.basics': [
    title('tt0000001'),
    title('tt0000002', { start: '-1999', end: '2e3', runtime: '-90' }),
    title('tt0000003', { start: '1999.5', runtime: '99999999999' }),
    title('tt0000004', { adult: '1987' }),
    title('tt0000005', { genres: 'Drama,, Comedy' }),
    title('tt0000006', { genres: ' , ,' }),
    title('tt0000007', { genres: ',Drama ,Crime,Drama,' }),
    title('tt0000008', { type: 'hologram', genres: 'Slow-Cinema' }),
    title('tt0000009', { type: 'tvSeries' }),
    title('tt0000010', { type: 'tvEpisode' }),
    row('tt0000011', 'movie', 'Too Short'),
    `${title('tt0000012')}\tmore`,
    title('tt0000013', { genres: 'Dra\rma' }),
    title('tt14'),
    title('tt0000015', { type: NULL }),
    title('tt0000016', { type: 'short' }),
    title('tt0000016', { type: 'video' }),
    title('tt0000016', { type: 'movie' }),
  ],
  'title.akas': [aka('1', 'dvd\u0002\u0002 tv \u0002dvd', ' short title '), aka('2', ' '), aka('x', 'dvd')],
  'title.crew': [row('tt0000001', 'nm0000001,nobody,nm0000002,nm0000001,', 'nm1'), row('tt0000002', NULL, '')],
  'title.episode': [row('tt0000010', 'tt0000009', '-1', '1.5')],
  'title.principals': [
    credit(1, 'Ann'),
    credit(2, '"Ann"'),
    credit(3, '[1, "Ann", null, ""]'),
    credit(4, '[1]'),
    credit(5, '[null, ""]'),
    credit(6, '["Ann"]'),
    credit(6, '["Bob"]'),
  ],
  'title.ratings': [
    row('tt0000001', '10.0', '5'),
    row('tt0000002', '0.9', '5'),
    row('tt0000003', '10.1', '5'),
    row('tt0000004', '1.0', '-5'),
    row('tt0000005', '1.0', '5'),
    row('tt0000005', '9.0', '9'),
  ],
  'name.basics': [
    row('nm0000001', 'Ann', '-43', '-17', 'actor,, writer ,actor', 'tt0000001,tt0000002,tt0000001,nothing'),
    row('nm0000002', 'Bob', '19x', '1e3', ' ', 'tt0000002,tt0000002'),
  ],
};

let index: TestGateway;
let parquet: TestGateway;

beforeAll(async () => {
  const folders = await buildOf(LINES, 'odd-values');
  index = await openGateway(folders, { lookup: 'index' });
  parquet = await openGateway(folders, { lookup: 'parquet' });
});

afterAll(async () => {
  await index.close();
  await parquet.close();
});

/** What the two modes answer, which must be the same. */
async function ask(query: string): Promise<unknown> {
  const answer = await index.query(query);
  expect(await parquet.query(query)).toEqual(answer);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

/** Counts of a source. */
const counts = async (source: SourceName): Promise<unknown> => {
  const { dataset } = (await ask('{ dataset { sources { name rejected nulled } } }')) as {
    dataset: { sources: { name: string; rejected: number; nulled: number }[] };
  };
  return dataset.sources.find(({ name }) => name === source);
};

const titles = (ids: string, fields: string): string => {
  const list = ids.split(' ').map((id) => `"tt${id.padStart(7, '0')}"`);
  return `{ titlesByIds(ids: [${list.join(', ')}]) { ${fields} } }`;
};
const LEFT_OUT = { titlesByIds: [null] };

/** A query for each row of the table, and its answer. */
const RULES: Record<string, [query: string, data: unknown][]> = {
  'a line with a tab too many or missing, invalid UTF-8, a carriage return inside, or more than 2 MB': [
    [titles('11', 'id'), LEFT_OUT],
    [titles('12', 'id'), LEFT_OUT],
    [titles('13', 'id'), LEFT_OUT],
  ],
  'an id that is none, or no type, category, ordering, rating or number of votes': [
    [titles('15', 'id'), LEFT_OUT],
    [titles('4', 'rating { average votes }'), { titlesByIds: [{ rating: null }] }],
    [titles('1', 'akas { totalCount }'), { titlesByIds: [{ akas: { totalCount: 2 } }] }],
  ],
  'a rating below 1 or above 10': [
    [titles('2 3', 'rating { average }'), { titlesByIds: [{ rating: null }, { rating: null }] }],
    [titles('1', 'rating { average votes }'), { titlesByIds: [{ rating: { average: 10, votes: 5 } }] }],
  ],
  'a line with the key of an earlier one': [
    [titles('16', 'titleTypeName'), { titlesByIds: [{ titleTypeName: 'short' }] }],
    [titles('5', 'rating { average votes }'), { titlesByIds: [{ rating: { average: 1, votes: 5 } }] }],
    [
      '{ title(id: "tt0000001") { credits(last: 1) { totalCount nodes { billingOrder characters } } } }',
      { title: { credits: { totalCount: 6, nodes: [{ billingOrder: 6, characters: ['Ann'] }] } } },
    ],
  ],
  'a year, runtime, season or episode that is no whole number, or below zero': [
    [
      titles('2 3', 'startYear endYear runtimeMinutes'),
      {
        titlesByIds: [
          { startYear: null, endYear: null, runtimeMinutes: null },
          { startYear: null, endYear: null, runtimeMinutes: null },
        ],
      },
    ],
    [
      '{ title(id: "tt0000010") { ... on Episode { seasonNumber episodeNumber series { id } } } }',
      { title: { seasonNumber: null, episodeNumber: null, series: { id: 'tt0000009' } } },
    ],
    [
      '{ peopleByIds(ids: ["nm0000001", "nm0000002"]) { birthYear deathYear } }',
      {
        peopleByIds: [
          { birthYear: -43, deathYear: -17 },
          { birthYear: null, deathYear: null },
        ],
      },
    ],
  ],
  'an isAdult or isOriginalTitle that is neither 0 nor 1': [
    [titles('4', 'isAdult'), { titlesByIds: [{ isAdult: false }] }],
  ],
  'empty genres, or blanks around one: Drama,, Comedy': [
    [
      titles('5 6', 'genres genreNames'),
      {
        titlesByIds: [
          { genres: ['DRAMA', 'COMEDY'], genreNames: ['Drama', 'Comedy'] },
          { genres: [], genreNames: [] },
        ],
      },
    ],
    [
      '{ title(id: "tt0000001") { akas { nodes { ordering types attributes } } } }',
      {
        title: {
          akas: {
            nodes: [
              { ordering: 1, types: ['dvd', 'tv'], attributes: ['short title'] },
              { ordering: 2, types: [], attributes: [] },
            ],
          },
        },
      },
    ],
    [
      '{ peopleByIds(ids: ["nm0000001", "nm0000002"]) { primaryProfessions } }',
      { peopleByIds: [{ primaryProfessions: ['actor', 'writer'] }, { primaryProfessions: [] }] },
    ],
  ],
  'a genre, profession or id that repeats in its list: tt0000001,tt0000001': [
    [titles('7', 'genreNames'), { titlesByIds: [{ genreNames: ['Drama', 'Crime'] }] }],
    [
      '{ peopleByIds(ids: ["nm0000001", "nm0000002"]) { knownFor { id } } }',
      {
        peopleByIds: [{ knownFor: [{ id: 'tt0000001' }, { id: 'tt0000002' }] }, { knownFor: [{ id: 'tt0000002' }] }],
      },
    ],
  ],
  'an id that is none in knownForTitles, directors or writers': [
    [
      '{ title(id: "tt0000001") { directors { totalCount nodes { id } } writers { totalCount } } }',
      {
        title: {
          directors: { totalCount: 2, nodes: [{ id: 'nm0000001' }, { id: 'nm0000002' }] },
          writers: { totalCount: 0 },
        },
      },
    ],
  ],
  'characters that are no JSON array: Ann': [
    [
      '{ title(id: "tt0000001") { credits(first: 2) { nodes { characters } } } }',
      { title: { credits: { nodes: [{ characters: ['Ann'] }, { characters: ['"Ann"'] }] } } },
    ],
    [
      '{ person(id: "nm0000001") { credits { nodes { billingOrder characters } } } }',
      {
        person: {
          credits: {
            nodes: [['Ann'], ['"Ann"'], ['1', 'Ann'], ['1'], null, ['Ann']].map((characters, at) => ({
              billingOrder: at + 1,
              characters,
            })),
          },
        },
      },
    ],
  ],
  'characters with other things than texts: [1, "Ann", null, ""]': [
    [
      '{ title(id: "tt0000001") { cast { nodes { billingOrder characters } } } }',
      {
        title: {
          cast: {
            nodes: [['Ann'], ['"Ann"'], ['1', 'Ann'], ['1'], null, ['Ann']].map((characters, at) => ({
              billingOrder: at + 1,
              characters,
            })),
          },
        },
      },
    ],
  ],
  'a type, category or genre that is new': [
    [
      titles('8', 'titleType titleTypeName genres genreNames'),
      {
        titlesByIds: [
          { titleType: 'OTHER', titleTypeName: 'hologram', genres: ['OTHER'], genreNames: ['Slow-Cinema'] },
        ],
      },
    ],
  ],
};

const rules = tableOf('deploy/OPERATIONS.md', 'in the file').map(([cell = '']) => cell.replaceAll('`', ''));

test.each(rules)('OPERATIONS.md says what becomes of %s', async (rule) => {
  const asked = RULES[rule];
  if (asked === undefined) throw new Error(`nothing here asks for "${rule}"`);
  for (const [query, data] of asked) expect(await ask(query)).toEqual(data);
});

test('dataset counts what was left out and what was made null', async () => {
  expect(Object.keys(RULES).sort()).toEqual([...rules].sort());
  // Short, long, with a carriage return, without id, without type, twice repeated.
  expect(await counts('title.basics')).toEqual({ name: 'title.basics', rejected: 7, nulled: 6 });
  expect(await counts('title.ratings')).toEqual({ name: 'title.ratings', rejected: 4, nulled: 0 });
  expect(await counts('title.principals')).toEqual({ name: 'title.principals', rejected: 1, nulled: 1 });
  expect(await counts('title.akas')).toEqual({ name: 'title.akas', rejected: 1, nulled: 0 });
  expect(await counts('title.crew')).toEqual({ name: 'title.crew', rejected: 0, nulled: 2 });
  expect(await counts('title.episode')).toEqual({ name: 'title.episode', rejected: 0, nulled: 2 });
  expect(await counts('name.basics')).toEqual({ name: 'name.basics', rejected: 0, nulled: 3 });
});
