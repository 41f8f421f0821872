import { afterAll, beforeAll, expect, test } from 'vitest';

import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { buildOf } from './source-files.ts';

const row = (...columns: string[]): string => columns.join('\t');
const film = (id: string, title: string, genres = 'Drama'): string =>
  row(id, 'movie', title, title, '0', '2000', '\\N', '90', genres);

const LINES = {
  'title.basics': [
    film('tt0000001', "Nobody's Fool 100%", 'Drama,Sci-Fi'),
    film('tt0000002', 'Le Fabuleux Destin d’Amélie', 'Comedy,Anime'),
    film('tt0000003', 'Smørrebrød & Straße'),
    film('tt0000004', 'snake_case', '\\N'),
    film('tt0000005', 'Nobodys Foolish Dream', 'Drama,Comedy'),
    film('tt0000006', '千と千尋の神隠し Áéroport'),
  ],
  'title.ratings': [row('tt0000001', '7.1', '50'), row('tt0000002', '6.0', '40')],
  'title.akas': [
    row('tt0000001', '1', 'Alles', 'DE', 'de', '\\N', '\\N', '0'),
    row('tt0000002', '1', 'Amelie', 'US', 'en', '\\N', '\\N', '0'),
  ],
  'title.principals': [
    row('tt0000001', '1', 'nm0000001', 'actor', '\\N', '["The 100% Man","Señor \\"X\\""]'),
    row('tt0000001', '2', 'nm0000002', 'director', '\\N', '\\N'),
    row('tt0000002', '1', 'nm0000002', 'stunts', '\\N', '\\N'),
  ],
  'name.basics': [
    row('nm0000001', "Conan O'Brien", '1963', '\\N', 'actor,stunts', 'tt0000001'),
    row('nm0000002', 'Ana de Armas', '1950', '2001', 'director', 'tt0000001'),
  ],
};

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openGateway(await buildOf(LINES, 'filter-input'));
});

afterAll(() => gateway.close());

const TITLES =
  'query ($filter: TitleFilter) { list: titles(filter: $filter, orderBy: [{ field: YEAR }]) { totalCount nodes { id } } }';
const PEOPLE = 'query ($filter: PersonFilter) { list: people(filter: $filter) { totalCount nodes { id } } }';

/** The last digits of what fits. */
async function found(query: string, filter: unknown): Promise<string> {
  const { data, errors } = await gateway.query(query, { filter });
  expect(errors, JSON.stringify(filter)).toBeUndefined();
  const { list } = data as { list: { totalCount: number; nodes: { id: string }[] } };
  expect(list.totalCount).toBe(list.nodes.length);
  return list.nodes.map(({ id }) => id.slice(-1)).join('');
}

test.each<[string, Record<string, unknown>]>([
  ['1', { primaryTitle: { words: 'nobodys fool' } }],
  ['5', { primaryTitle: { words: "FOOLISH nobody's" } }],
  ['', { primaryTitle: { words: 'amelie' } }],
  ['2', { primaryTitle: { words: 'damelie' } }],
  ['3', { primaryTitle: { words: 'smorrebrod strasse' } }],
  ['3', { primaryTitle: { words: 'SMØRREBRØD' } }],
  ['6', { primaryTitle: { words: 'aeroport' } }],
  ['6', { primaryTitle: { words: 'ÆROPORT 千と千尋の神隠し' } }],
  ['', { primaryTitle: { words: 'body' } }],
  ['4', { primaryTitle: { words: 'case' } }],
  ['', { primaryTitle: { words: '!?.' } }],
  ['', { primaryTitle: { words: '' } }],
  ['1', { primaryTitle: { contains: '0%' } }],
  ['4', { primaryTitle: { contains: '_' } }],
  ['1', { primaryTitle: { contains: "Y'S f" } }],
  ['6', { primaryTitle: { contains: '千尋' } }],
  ['', { primaryTitle: { contains: 'amelie' } }],
  ['', { primaryTitle: { contains: 'a\u0000b' } }],
  ['', { primaryTitle: { contains: "' OR 1=1 --" } }],
  ['15', { primaryTitle: { matches: '^NOBODY.?s' } }],
  ['6', { primaryTitle: { matches: '\\p{Han}' } }],
  ['1', { primaryTitle: { matches: '\\d+%$', contains: 'fool' } }],
  ['', { primaryTitle: { matches: 'a\u0000b' } }],
  ['1', { genre: { matches: '^sci' } }],
  ['2', { genre: { words: 'anime' } }],
  ['1', { genre: { contains: '-F' } }],
  ['', { genre: { contains: 'Drama,Comedy' } }],
  ['', { genre: { contains: ',' } }],
  ['2', { genres: { any: ['OTHER'] } }],
  ['13456', { genres: { exclude: ['OTHER'] } }],
  ['', { genres: { any: ['DRAMA'], exclude: ['DRAMA'] } }],
  ['5', { genres: { all: ['DRAMA', 'COMEDY'] } }],
  ['123456', { genres: { any: [], all: null, exclude: [] }, year: {}, primaryTitle: {} }],
  ['', { series: [] }],
  ['1', { akaRegions: { any: ['de'] } }],
  ['2', { akaLanguages: { any: ['EN', 'de'], exclude: ['de'] } }],
  ['', { akaRegions: { all: ['DE', 'US'] } }],
  ['12', { hasRating: true }],
  ['3456', { hasRating: false }],
  ['1', { rating: { min: 7.1, max: 7.1 } }],
  ['1', { rating: { min: 7, max: 1e300 } }],
  ['', { rating: { min: 1e19 } }],
  ['2', { votes: { max: 40 } }],
  ['1', { person: { words: 'obrien' } }],
  ['12', { person: { contains: 'de ar' } }],
  ['1', { people: { allNames: ["conan o'brien", 'ANA DE ARMAS'] } }],
  ['', { people: { allNames: ['Conan'] } }],
  ['1', { credits: { all: [{ personId: 'nm0000002', category: 'DIRECTOR' }, { personId: 'nm0000001' }] } }],
  ['2', { credits: { any: [{ personId: 'nm0000002', category: 'OTHER' }] } }],
  ['1', { credits: { any: [{ personId: 'nm0000001', character: '100% m' }] } }],
  ['1', { credits: { any: [{ personId: 'nm0000001', character: 'SEÑOR "x' }] } }],
  ['', { credits: { any: [{ personId: 'nm0000001', character: '", "' }] } }],
  ['3456', { credits: { exclude: [{ personId: 'nm0000002' }, { personId: 'nm9999999' }] } }],
])('titles %s fit %j', async (expected, filter) => {
  expect(await found(TITLES, filter)).toBe(expected);
});

test.each<[string, Record<string, unknown>]>([
  ['1', { name: { words: 'OBrien' } }],
  ['2', { deathYear: { min: 1990 } }],
  ['21', { birthYear: { max: 1963 } }],
  ['1', { professions: { all: ['Actor', 'stunts'] } }],
  ['2', { credits: { min: 2 } }],
  ['', { credits: { min: 1, adult: 'ONLY' } }],
])('people %s fit %j', async (expected, filter) => {
  expect(await found(PEOPLE, filter)).toBe(expected);
});

const long = 'x'.repeat(10_000);

test.each<[string, Record<string, unknown>, RegExp]>([
  [TITLES, { year: { min: 2000, max: 1990 } }, /^filter\.year: min 2000 is greater than max 1990/],
  [TITLES, { rating: { min: 7.5, max: 7.4 } }, /^filter\.rating: min 7\.5/],
  [
    TITLES,
    { akaRegions: { any: ['DE', 'XX'] } },
    /^filter\.akaRegions\.any\[1\]: no region "XX".* There are: DE, US\./,
  ],
  [TITLES, { akaLanguages: { exclude: [''] } }, /^filter\.akaLanguages\.exclude\[0\]: no language ""/],
  [
    TITLES,
    { akaRegions: { all: Array(11).fill('DE') } },
    /^filter\.akaRegions\.all: 11 values are too many, at most 10/,
  ],
  [TITLES, { primaryTitle: { matches: '(?:' } }, /^filter\.primaryTitle\.matches: .*missing \)/],
  [TITLES, { genre: { matches: '(?=a)' } }, /^filter\.genre\.matches: .*invalid perl operator.*look-around/],
  [TITLES, { originalTitle: { matches: '(a)\\1' } }, /^filter\.originalTitle\.matches: .*invalid escape sequence/],
  [TITLES, { person: { matches: '((a{500}){500}){500}' } }, /^filter\.person\.matches: /],
  [TITLES, { primaryTitle: { contains: long } }, /^filter\.primaryTitle\.contains: 10000 characters are too many/],
  [TITLES, { primaryTitle: { words: 'a\uD800' } }, /^filter\.primaryTitle\.words: .*lone surrogate/],
  [TITLES, { people: { allNames: ['a', long] } }, /^filter\.people\.allNames\[1\]: 10000 characters/],
  [TITLES, { people: { allNames: Array(11).fill('a') } }, /^filter\.people\.allNames: 11 names are too many/],
  [TITLES, { credits: { any: [{ personId: 'tt0000001' }] } }, /^filter\.credits\.any\[0\]\.personId: .*id of a title/],
  [
    TITLES,
    { credits: { all: Array.from({ length: 21 }, () => ({ personId: 'nm0000001' })) } },
    /^filter\.credits\.all: 21 credits are too many/,
  ],
  [TITLES, { series: ['nm0000001'] }, /^filter\.series\[0\]: .*id of a person/],
  [
    PEOPLE,
    { professions: { any: ['wizard'] } },
    /^filter\.professions\.any\[0\]: no profession "wizard".* There are: actor, director, stunts\./,
  ],
  [PEOPLE, { professions: { any: ['actor,stunts'] } }, /^filter\.professions\.any\[0\]/],
  [PEOPLE, { credits: { min: 2, max: 1 } }, /^filter\.credits: min 2/],
  [PEOPLE, { name: { matches: '[' } }, /^filter\.name\.matches: /],
])('bad filter says what is wrong: %s %j', async (query, filter, message) => {
  const { errors } = await gateway.query(query, { filter });
  expect(errors?.map(({ message: says, extensions }) => [extensions?.['code'], says])).toEqual([
    ['BAD_USER_INPUT', expect.stringMatching(message)],
  ]);
});

test('a bucket has its value, a label and the whole filter to send next', async () => {
  const { data } =
    await gateway.query(`{ titles(filter: { types: { any: [MOVIE] }, genres: { all: [COMEDY] }, year: { min: 1990 } }) {
    facets { genre { value label count filter } decade { value label count filter } akaRegion { value label count } }
  } }`);
  const { facets } = (data as { titles: { facets: Record<string, unknown> } }).titles;
  const rest = { adult: 'EXCLUDE', types: { any: ['MOVIE'] } };
  expect(facets).toMatchObject({
    genre: [
      {
        value: 'DRAMA',
        label: 'Drama',
        count: 4,
        filter: { ...rest, year: { min: 1990 }, genres: { any: ['DRAMA'] } },
      },
      { value: 'COMEDY', count: 2 },
      { value: 'OTHER', label: 'Other', count: 1 },
      { value: 'SCI_FI', label: 'Sci-Fi', count: 1 },
    ],
    decade: [
      {
        value: '2000',
        label: '2000s',
        count: 2,
        filter: { ...rest, genres: { all: ['COMEDY'] }, year: { min: 2000, max: 2009 } },
      },
    ],
    akaRegion: [{ value: 'US', label: 'United States', count: 1 }],
  });
});

test('lists of crew have no facets', async () => {
  const { data } = await gateway.query('{ title(id: "tt0000001") { directors { facets { profession { value } } } } }');
  expect(data).toEqual({ title: { directors: { facets: null } } });
});
