import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { formatTmdbId } from '../../src/dataset/words/tmdb-ids.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { ingestInto } from '../support/ingest.ts';
import { generatedTmdb, TMDB_COUNTRIES, TMDB_LANGUAGES } from '../support/tmdb-generated.ts';
import { tmdbTitle } from '../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../support/tmdb-snapshot.ts';
import type { TmdbRows } from '../support/tmdb-snapshot.ts';
import { seeded } from './random-filters.ts';
import { openTables, tt } from './tables.ts';
import type { Tables } from './tables.ts';

/* Lists of what TMDB alone has, and of both, over the demo's titles and a generated snapshot: against plain SQL. */

const SETUP_MS = 600_000;
const FILTERS = Number(process.env['FILTERS'] ?? 60);
const NOW = (): Date => new Date('2026-11-21T01:30:00.500Z');
const random = seeded(211);
const oneOf = <T>(values: readonly T[]): T => values[random(values.length)] as T;
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

let folders: Folders;
let gateway: TestGateway;
let tables: Tables;

beforeAll(async () => {
  const demo = await demoBuild(0.001);
  const known = await openTables(demo.folders);
  const idsOf = async (table: string, key: string): Promise<number[]> =>
    (await known.rows(`SELECT ${key} AS id FROM ${table} ORDER BY id`)).map(({ id }) => Number(id));
  const titles = (await idsOf('titles', 'tconst')).slice(0, 500);
  const people = (await idsOf('names', 'nconst')).slice(0, 500);
  known.close();
  const rows: TmdbRows = generatedTmdb(random, { titles, people });
  // The greatest number that a film of TMDB's can have, and the greatest whose key is among those of titles.
  const ends = [573_741_823, 999_999_999].map((id) => tmdbTitle({ kind: 'MOVIE', id, releaseDate: '1999-01-01' }));
  rows['tmdb.titles'] = [...(rows['tmdb.titles'] ?? []), ...ends];
  folders = foldersIn(newFolder());
  await writeTmdbSnapshot(folders, rows);
  await ingestInto(folders, { from: demo.files, now: NOW, threads: 2 });
  gateway = await openGateway(folders);
  tables = await openTables(folders);
  const titleShape =
    '[{"tmdbKey":"INTEGER","kind":"VARCHAR","id":"INTEGER","tconst":"INTEGER","title":"VARCHAR","originalTitle":"VARCHAR","releaseDate":"VARCHAR","runtimeMinutes":"INTEGER","adult":"BOOLEAN","voteCount":"INTEGER","originalLanguage":"VARCHAR","countries":["VARCHAR"]}]';
  await tables.rows(`CREATE TABLE ofTmdb AS SELECT unnest(from_json($1, '${titleShape}'), recursive := true)`, [
    JSON.stringify(rows['tmdb.titles']),
  ]);
  await tables.rows(`CREATE TABLE every AS
    SELECT 'IMDB' AS source, printf('tt%07d', tconst) AS id, tconst AS place, 0 AS tmdbVotes, titleType, isAdult, startYear,
      runtimeMinutes, numVotes, primaryTitle, originalTitle, originalLanguage, countries
    FROM titles LEFT JOIN ratings USING (tconst) LEFT JOIN (
      SELECT tconst, originalLanguage, countries FROM ofTmdb QUALIFY row_number() OVER (PARTITION BY tconst ORDER BY voteCount DESC, tmdbKey) = 1
    ) AS linked USING (tconst)
    UNION ALL BY NAME
    SELECT 'TMDB' AS source, 'tmdb:' || lower(kind) || ':' || id AS id, 1000000000 + tmdbKey AS place, voteCount AS tmdbVotes,
      CASE kind WHEN 'TV' THEN 'tvSeries' ELSE 'movie' END AS titleType, adult AS isAdult,
      TRY_CAST(left(releaseDate, 4) AS INTEGER) AS startYear, runtimeMinutes, NULL AS numVotes,
      coalesce(title, originalTitle) AS primaryTitle, originalTitle, originalLanguage, countries
    FROM ofTmdb WHERE (tconst IS NULL OR tconst NOT IN (SELECT tconst FROM titles)) AND tmdbKey <= 1147483647`);
  const personShape =
    '[{"id":"INTEGER","nconst":"INTEGER","name":"VARCHAR","birthday":"VARCHAR","popularity":"DOUBLE"}]';
  await tables.rows(
    `CREATE TABLE everybody AS
    SELECT 'TMDB' AS source, 'tmdb:person:' || id AS id, 1000000000 + id AS place, popularity, name AS primaryName,
      TRY_CAST(left(birthday, 4) AS INTEGER) AS birthYear
    FROM (SELECT unnest(from_json($1, '${personShape}'), recursive := true))
    WHERE nconst IS NULL OR nconst NOT IN (SELECT nconst FROM names)
    UNION ALL BY NAME
    SELECT 'IMDB' AS source, printf('nm%07d', nconst) AS id, nconst AS place, primaryName, birthYear, credits
    FROM names LEFT JOIN (SELECT nconst, count(*) AS credits FROM principals GROUP BY nconst) USING (nconst)`,
    [JSON.stringify(rows['tmdb.people'])],
  );
}, SETUP_MS);

afterAll(async () => {
  tables.close();
  await gateway.close();
});

type Part = () => { filter: Record<string, unknown>; sql: string };

const words = (): string => `${oneOf(['title', 'Titel', 'the'])} ${random(2) === 0 ? '' : String(random(1000))}`.trim();
const hasWords = (column: string, text: string): string =>
  `list_has_all(string_split(regexp_replace(lower(strip_accents(${column})), '[^a-z0-9]+', ' ', 'g'), ' '), string_split(lower(${quoted(text)}), ' '))`;

const PARTS: readonly Part[] = [
  () => {
    const [min = 0, max = 0] = [1950 + random(70), 1950 + random(70)].toSorted((one, other) => one - other);
    return { filter: { year: { min, max } }, sql: `startYear BETWEEN ${min} AND ${max}` };
  },
  () => ({ filter: { types: { any: ['MOVIE'] } }, sql: "titleType = 'movie'" }),
  () => ({ filter: { types: { exclude: ['TV_SERIES'] } }, sql: "titleType <> 'tvSeries'" }),
  () => ({ filter: { runtimeMinutes: { max: 100 } }, sql: 'runtimeMinutes <= 100' }),
  () => ({ filter: { hasRating: false }, sql: 'numVotes IS NULL' }),
  () => ({ filter: { votes: { min: 5 } }, sql: 'numVotes >= 5' }),
  () => {
    const text = words();
    return { filter: { primaryTitle: { words: text } }, sql: hasWords('coalesce(primaryTitle, originalTitle)', text) };
  },
  () => ({ filter: { primaryTitle: { contains: 'TITLE 1' } }, sql: "contains(lower(primaryTitle), 'title 1')" }),
  () => {
    const text = words();
    return { filter: { originalTitle: { words: text } }, sql: hasWords('originalTitle', text) };
  },
  () => {
    const language = oneOf(TMDB_LANGUAGES);
    const sql = `originalLanguage = ${quoted(language)}`;
    return { filter: { tmdb: { originalLanguage: { any: [language] } } }, sql };
  },
  () => {
    const country = oneOf(TMDB_COUNTRIES);
    const sql = `NOT coalesce(list_contains(countries, ${quoted(country)}), false)`;
    return { filter: { tmdb: { country: { exclude: [country] } } }, sql };
  },
];

const ORDERS = [
  ['VOTES', 'numVotes'],
  ['YEAR', 'startYear'],
  ['RUNTIME', 'runtimeMinutes'],
  ['TITLE', 'coalesce(primaryTitle, originalTitle)'],
] as const;

test(
  'titles of a source are what plain SQL says, whatever the filter and the order, page by page and in facets',
  async () => {
    const query = `query ($source: DataSource!, $filter: TitleFilter, $orderBy: [TitleOrder!], $after: String) {
      titles(source: $source, filter: $filter, orderBy: $orderBy, first: 40, after: $after) {
        totalCount nodes { id source titleType primaryTitle startYear runtimeMinutes } pageInfo { endCursor hasNextPage }
        facets { type { value count } decade { value count } country { value count } } } }`;
    for (let at = 0; at < FILTERS; at += 1) {
      const source = oneOf(['TMDB', 'ANY'] as const);
      const parts = PARTS.filter(() => random(4) === 0).map((part) => part());
      const filter = Object.assign(
        { adult: oneOf(['INCLUDE', 'EXCLUDE']) },
        ...parts.map((part) => part.filter),
      ) as Record<string, unknown>;
      // Of several parts with one name the last one counts.
      const kept = parts.filter((part, index) =>
        parts.slice(index + 1).every((later) => Object.keys(later.filter)[0] !== Object.keys(part.filter)[0]),
      );
      const of = (conditions: readonly string[]): string =>
        [...conditions, source === 'TMDB' ? "source = 'TMDB'" : 'true']
          .concat(filter['adult'] === 'EXCLUDE' ? 'NOT isAdult' : [])
          .join(' AND ');
      const where = of(kept.map(({ sql }) => sql));
      const [field, column] = oneOf(ORDERS);
      const direction = oneOf(['ASC', 'DESC'] as const);
      const variables = { source, filter, orderBy: [{ field, direction }] };
      const expected = await tables.rows(`SELECT id FROM every WHERE ${where}
        ORDER BY ${column} ${direction} NULLS LAST, CASE source WHEN 'TMDB' THEN tmdbVotes END DESC NULLS FIRST, place LIMIT 80`);
      const [{ total } = { total: 0 }] = await tables.rows(
        `SELECT count(*)::INTEGER AS total FROM every WHERE ${where}`,
      );
      const found: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 2; page += 1) {
        const answer = await gateway.query(query, { ...variables, after });
        expect([variables, answer.errors]).toEqual([variables, undefined]);
        const { titles } = answer.data as {
          titles: {
            totalCount: number;
            nodes: { id: string; source: string }[];
            pageInfo: { endCursor: string | null };
            facets: Record<string, { value: string; count: number }[]>;
          };
        };
        expect([variables, titles.totalCount]).toEqual([variables, total]);
        for (const { id, source: own } of titles.nodes) expect(own).toBe(id.startsWith('tt') ? 'IMDB' : 'TMDB');
        found.push(...titles.nodes.map(({ id }) => id));
        after = titles.pageInfo.endCursor;
        const withoutTypes = of(kept.filter((part) => !('types' in part.filter)).map(({ sql }) => sql));
        const types =
          await tables.rows(`SELECT titleType AS value, count(*)::INTEGER AS count FROM every WHERE ${withoutTypes}
          GROUP BY titleType ORDER BY count DESC, value`);
        expect([variables, titles.facets['type']?.map(({ count }) => count)]).toEqual([
          variables,
          types.map(({ count }) => count),
        ]);
        const countries = await tables.rows(`SELECT value, count(*)::INTEGER AS count FROM (
          SELECT unnest(list_distinct(countries)) AS value FROM every WHERE ${of(
            kept.filter((part) => !('country' in Object(part.filter['tmdb']))).map(({ sql }) => sql),
          )}) GROUP BY value ORDER BY count DESC, value`);
        expect([variables, titles.facets['country']]).toEqual([variables, countries]);
        if (after === null) break;
      }
      expect([variables, found]).toEqual([variables, expected.map(({ id }) => id)]);
    }
  },
  SETUP_MS,
);

test('people of a source are what plain SQL says', async () => {
  const query = `query ($source: DataSource!, $filter: PersonFilter, $after: String) {
    people(source: $source, filter: $filter, first: 50, after: $after) {
      totalCount nodes { id source primaryName birthYear } pageInfo { endCursor }
      facets { birthDecade { value count } } } }`;
  for (const source of ['IMDB', 'TMDB', 'ANY'])
    for (const [filter, sql] of [
      [{}, 'true'],
      [{ birthYear: { min: 1960, max: 1990 } }, 'birthYear BETWEEN 1960 AND 1990'],
      [{ name: { contains: 'person 1' } }, "contains(lower(primaryName), 'person 1')"],
      [{ name: { words: 'person' } }, "contains(' ' || lower(primaryName) || ' ', ' person ')"],
    ] as const) {
      const where = `${sql} AND ${source === 'ANY' ? 'true' : `source = ${quoted(source)}`}`;
      const expected = await tables.rows(`SELECT id, source, primaryName, birthYear FROM everybody WHERE ${where}
        ORDER BY CASE source WHEN 'IMDB' THEN coalesce(credits, 0) END DESC NULLS LAST, coalesce(popularity, 0) DESC, place LIMIT 50`);
      const decades = await tables.rows(`SELECT (birthYear // 10 * 10)::VARCHAR AS value, count(*)::INTEGER AS count
        FROM everybody WHERE birthYear IS NOT NULL AND ${
          'birthYear' in filter ? where.replace(sql, 'true') : where
        } GROUP BY value ORDER BY value::INTEGER`);
      const answer = await gateway.query(query, { source, filter });
      const { people } = answer.data as { people: { nodes: unknown[]; totalCount: number; facets: object } };
      expect([source, filter, people.nodes, people.facets]).toEqual([
        source,
        filter,
        expected,
        { birthDecade: decades },
      ]);
    }
});

test('a cursor of one source is refused under another, and ids of both are listed under their source', async () => {
  const { data } = await gateway.query('{ titles(source: ANY, first: 1) { pageInfo { endCursor } } }');
  const { endCursor } = (data as { titles: { pageInfo: { endCursor: string } } }).titles.pageInfo;
  const refused = await gateway.query('query ($after: String) { titles(first: 1, after: $after) { nodes { id } } }', {
    after: endCursor,
  });
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  const [alone] = await tables.rows(
    "SELECT id FROM every WHERE source = 'TMDB' AND NOT isAdult ORDER BY place LIMIT 1",
  );
  const [ofImdb] = await tables.rows(
    "SELECT place FROM every WHERE source = 'IMDB' AND NOT isAdult ORDER BY place LIMIT 1",
  );
  const ids = [alone?.['id'] as string, tt(Number(ofImdb?.['place'])), formatTmdbId({ kind: 'TV', id: 999_999_999 })];
  for (const [source, expected] of [
    ['IMDB', [ids[1]]],
    ['TMDB', [ids[0]]],
    ['ANY', [ids[1], ids[0]]],
  ] as const) {
    const answer = await gateway.query(
      'query ($source: DataSource!, $ids: [ID!]) { titles(source: $source, filter: { ids: $ids }) { totalCount nodes { id } } }',
      { source, ids },
    );
    expect([source, answer.data]).toEqual([
      source,
      { titles: { totalCount: expected.length, nodes: expected.map((id) => ({ id })) } },
    ]);
  }
});
