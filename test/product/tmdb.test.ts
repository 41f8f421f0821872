import type { GraphQLArgument } from 'graphql';

import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { isNonNullType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { buildFolder } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { formatTmdbId } from '../../src/dataset/words/tmdb-ids.ts';
import type { TmdbKind } from '../../src/dataset/words/tmdb-ids.ts';
import { schema as wholeSchema } from '../../src/graphql/schema.ts';
import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { flip, PLACES } from '../damage/flip.ts';
import { copyData } from '../support/copy-data.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import type { Answer, TestGateway } from '../support/gateway.ts';
import { ingestInto } from '../support/ingest.ts';
import { createDocuments } from '../support/random-documents.ts';
import { createValues, literalOf } from '../support/random-values.ts';
import {
  generatedTmdb,
  TMDB_COUNTRIES,
  TMDB_KEYWORDS,
  TMDB_LANGUAGES,
  TMDB_STATUSES,
} from '../support/tmdb-generated.ts';
import { writeTmdbSnapshot } from '../support/tmdb-snapshot.ts';
import type { TmdbRow, TmdbRows } from '../support/tmdb-snapshot.ts';
import { seeded } from './random-filters.ts';
import { nm, openTables, tt } from './tables.ts';
import type { Tables } from './tables.ts';

/* TMDB's data over the demo's titles and people, generated: against plain SQL, and beside a build without it. */

const SETUP_MS = 600_000;
/** As many as there is time for. */
const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 200);
const FILTERS = Number(process.env['FILTERS'] ?? 60);
const NOW = (): Date => new Date('2026-11-21T01:30:00.500Z');
const schema = visibleSchema(wholeSchema);
const random = seeded(21);
const oneOf = <T>(values: readonly T[]): T => values[random(values.length)] as T;

let rows: TmdbRows;
let withTmdb: Folders;
let gateway: TestGateway;
let without: TestGateway;
let tables: Tables;

beforeAll(async () => {
  const demo = await demoBuild(0.001);
  const known = await openTables(demo.folders);
  const idsOf = async (table: string, key: string): Promise<number[]> =>
    (await known.rows(`SELECT ${key} AS id FROM ${table} ORDER BY id`)).map(({ id }) => Number(id));
  rows = generatedTmdb(random, {
    titles: (await idsOf('titles', 'tconst')).slice(0, 4000),
    people: (await idsOf('names', 'nconst')).slice(0, 1000),
  });
  known.close();
  withTmdb = foldersIn(newFolder('with-tmdb'));
  await writeTmdbSnapshot(withTmdb, rows);
  await ingestInto(withTmdb, { from: demo.files, now: NOW, threads: 2 });
  const plain = foldersIn(newFolder('without-tmdb'));
  await ingestInto(plain, { from: demo.files, now: NOW, threads: 2 });
  gateway = await openGateway(withTmdb, { compare: false });
  without = await openGateway(plain, { compare: false });
  tables = await openTables(withTmdb);
  await tables.rows(
    `CREATE TABLE facts AS SELECT * FROM (
       SELECT unnest(from_json($1, '[{"tmdbKey":"INTEGER","tconst":"INTEGER","voteCount":"INTEGER","status":"VARCHAR","originalLanguage":"VARCHAR","countries":["VARCHAR"],"keywords":["VARCHAR"],"collectionId":"INTEGER","releaseDate":"VARCHAR"}]'), recursive := true)
     ) SEMI JOIN titles USING (tconst)
     QUALIFY row_number() OVER (PARTITION BY tconst ORDER BY voteCount DESC, tmdbKey) = 1`,
    [JSON.stringify(rows['tmdb.titles'])],
  );
}, SETUP_MS);

afterAll(async () => {
  tables.close();
  await Promise.all([gateway, without].map((one) => one.close()));
});

interface Part {
  filter: Record<string, unknown>;
  /** A condition on `facts`; without a row in it nothing but an exclusion holds. */
  sql: string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const anyCase = (text: string): string => (random(2) === 0 ? text.toUpperCase() : text);

function wordSet(values: readonly string[], has: (word: string) => string): Part {
  const filter: Record<string, string[]> = {};
  const sql = ['true'];
  for (const key of ['any', 'all', 'exclude']) {
    if (random(2) === 0) continue;
    const words = [
      ...new Set(Array.from({ length: 1 + random(key === 'all' ? 2 : 3) }, () => oneOf([...values, 'nonsense']))),
    ];
    filter[key] = words.map(anyCase);
    const tests = words.map((word) => `coalesce(${has(quoted(word.toLowerCase()))}, false)`);
    if (key === 'any') sql.push(`(${tests.join(' OR ')})`);
    if (key === 'all') sql.push(tests.join(' AND '));
    if (key === 'exclude') sql.push(`NOT (${tests.join(' OR ')})`);
  }
  return { filter, sql: sql.join(' AND ') };
}

const PARTS: Record<string, () => Part> = {
  status: () => wordSet(TMDB_STATUSES, (word) => `lower(status) = ${word}`),
  originalLanguage: () => wordSet(TMDB_LANGUAGES, (word) => `lower(originalLanguage) = ${word}`),
  country: () => wordSet(TMDB_COUNTRIES, (word) => `list_contains([lower(one) FOR one IN countries], ${word})`),
  keyword: () => wordSet(TMDB_KEYWORDS, (word) => `list_contains([lower(one) FOR one IN keywords], ${word})`),
  collection: () => {
    const ids = [1 + random(6), 1 + random(8)];
    const isIn = `coalesce(collectionId IN (${ids.join(', ')}), false)`;
    return random(2) === 0
      ? { filter: { any: ids.map((id) => `tmdb:collection:${id}`) }, sql: isIn }
      : { filter: { exclude: ids.map(String) }, sql: `NOT ${isIn}` };
  },
  releaseDate: () => {
    const [min = '', max = ''] = [`${1950 + random(40)}-06-15`, `${1970 + random(50)}-02-01`].sort();
    return { filter: { min, max }, sql: `coalesce(releaseDate >= '${min}' AND releaseDate <= '${max}', false)` };
  },
};

function someParts(): Map<string, Part> {
  const names = Object.keys(PARTS).filter(() => random(3) === 0);
  if (names.length === 0) names.push(oneOf(Object.keys(PARTS)));
  return new Map(names.map((name) => [name, (PARTS[name] as () => Part)()]));
}

function sqlOf(parts: Map<string, Part>, butFor?: string): string {
  return [...parts]
    .filter(([name]) => name !== butFor)
    .map(([, { sql }]) => sql)
    .concat('true')
    .join(' AND ');
}

test(
  'TitleFilter.tmdb and its facets are what plain SQL says, whatever the filter',
  async () => {
    const query = `query ($filter: TitleFilter) { titles(filter: $filter, first: 100, orderBy: [{ field: YEAR, direction: ASC }]) {
    totalCount nodes { id } facets { language { value count } country { value count } keyword { value count filter } } } }`;
    for (let at = 0; at < FILTERS; at += 1) {
      const parts = someParts();
      const tmdb = Object.fromEntries([...parts].map(([name, { filter }]) => [name, filter]));
      const filter = { adult: 'INCLUDE', tmdb, ...(random(3) === 0 && { types: { any: ['MOVIE', 'TV_SERIES'] } }) };
      const ofTypes = 'types' in filter ? "titleType IN ('movie', 'tvSeries')" : 'true';
      const answer = await gateway.query(query, { filter });
      expect([filter, answer.errors]).toEqual([filter, undefined]);
      const { titles } = answer.data as {
        titles: {
          totalCount: number;
          nodes: { id: string }[];
          facets: Record<string, { value: string; count: number; filter?: object }[]>;
        };
      };
      const matching = (condition: string): string =>
        `titles LEFT JOIN facts USING (tconst) WHERE ${ofTypes} AND ${condition}`;
      const found = await tables.rows(
        `SELECT tconst FROM ${matching(sqlOf(parts))} ORDER BY startYear NULLS LAST, tconst`,
      );
      expect([filter, titles.totalCount]).toEqual([filter, found.length]);
      expect(titles.nodes.map(({ id }) => id)).toEqual(found.slice(0, 100).map(({ tconst }) => tt(Number(tconst))));
      for (const [facet, part, column] of [
        ['language', 'originalLanguage', 'originalLanguage'],
        ['country', 'country', 'unnest(list_distinct(countries))'],
        ['keyword', 'keyword', 'unnest(list_distinct(keywords))'],
      ] as const) {
        const expected = await tables.rows(
          `SELECT value, count(*)::INTEGER AS count FROM (SELECT ${column} AS value FROM ${matching(sqlOf(parts, part))})
         WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value`,
        );
        const counted = (titles.facets[facet] ?? []).map(({ value, count }) => ({ value, count }));
        expect([filter, facet, counted]).toEqual([filter, facet, expected]);
      }
      // The filter of a bucket narrows the list, and keeps the other parts.
      const [bucket] = titles.facets['keyword'] ?? [];
      if (bucket !== undefined) {
        expect(bucket.filter).toMatchObject({ tmdb: { ...tmdb, keyword: { any: [bucket.value] } } });
        const narrowed = await gateway.query(query, { filter: bucket.filter });
        expect((narrowed.data as { titles: { totalCount: number } }).titles.totalCount).toBe(bucket.count);
      }
    }
  },
  SETUP_MS,
);

/** The row with the most of something, then with the lower key. */
function best(all: readonly TmdbRow[], by: (row: TmdbRow) => number, key: string): TmdbRow | undefined {
  return all.toSorted((one, other) => by(other) - by(one) || Number(one[key]) - Number(other[key]))[0];
}

test(
  'crosswalk is right for generated ids of both, both ways',
  async () => {
    const titleRows = new Map((rows['tmdb.titles'] ?? []).map((row) => [Number(row['tmdbKey']), row]));
    const personRows = new Map((rows['tmdb.people'] ?? []).map((row) => [Number(row['id']), row]));
    const gone = new Map((rows['tmdb.gone'] ?? []).map((row) => [`${String(row['kind'])} ${String(row['id'])}`, row]));

    function ofTmdb(kind: TmdbKind, id: number): unknown[] {
      const find = (number: number): TmdbRow | undefined =>
        kind === 'PERSON' ? personRows.get(number) : titleRows.get(number * 2 + (kind === 'TV' ? 1 : 0));
      const key = kind === 'PERSON' ? 'nconst' : 'tconst';
      const format = kind === 'PERSON' ? nm : tt;
      let number = id;
      for (;;) {
        const row = find(number);
        const state = number === id ? 'FOUND' : 'MERGED';
        if (row !== undefined)
          return [state, row[key] == null ? null : format(Number(row[key])), formatTmdbId({ kind, id: number })];
        const became = gone.get(`${kind} ${number}`);
        if (became === undefined)
          return number === id ? ['UNKNOWN', null, null] : ['MERGED', null, formatTmdbId({ kind, id: number })];
        if (became['mergedInto'] == null || Number(became['mergedInto']) === number) return ['GONE', null, null];
        number = Number(became['mergedInto']);
      }
    }

    const known = await tables.rows('SELECT tconst FROM titles ORDER BY tconst LIMIT 4200');
    const people = await tables.rows('SELECT nconst FROM names ORDER BY nconst LIMIT 1100');
    const wanted: { id: string; expected: unknown[] }[] = [];
    for (let at = 0; at < 500; at += 1) {
      const kind = oneOf(['MOVIE', 'TV', 'PERSON', 'tt', 'nm'] as const);
      if (kind === 'tt' || kind === 'nm') {
        const key = Number(kind === 'tt' ? oneOf(known)['tconst'] : oneOf(people)['nconst']);
        const all = kind === 'tt' ? [...titleRows.values()] : [...personRows.values()];
        const same = all.filter((row) => row[kind === 'tt' ? 'tconst' : 'nconst'] === key);
        const row =
          kind === 'tt'
            ? best(same, ({ voteCount }) => Number(voteCount), 'tmdbKey')
            : best(same, ({ popularity }) => Number(popularity ?? 0), 'id');
        const other =
          row &&
          formatTmdbId({ kind: kind === 'tt' ? (row['kind'] as 'MOVIE' | 'TV') : 'PERSON', id: Number(row['id']) });
        const id = (kind === 'tt' ? tt : nm)(key);
        wanted.push({ id, expected: ['FOUND', id, other ?? null] });
        continue;
      }
      const numbers =
        kind === 'PERSON' ? [...personRows.keys()] : [...titleRows.values()].map((row) => Number(row['id']));
      const id = oneOf([oneOf(numbers), 2_000_000 + random(45), 1 + random(1_000_000)]);
      wanted.push({ id: formatTmdbId({ kind, id }), expected: ofTmdb(kind, id) });
    }
    for (let at = 0; at < wanted.length; at += 100) {
      const some = wanted.slice(at, at + 100);
      const answer = await gateway.query(
        'query ($ids: [ID!]!) { crosswalk(ids: $ids) { askedId state imdbId tmdbId } }',
        { ids: some.map(({ id }) => id) },
      );
      const { crosswalk } = answer.data as { crosswalk: Record<string, unknown>[] };
      expect(crosswalk.map(({ askedId, state, imdbId, tmdbId }) => [askedId, state, imdbId, tmdbId])).toEqual(
        some.map(({ id, expected }) => [id].concat(expected as string[])),
      );
    }
  },
  SETUP_MS,
);

test(
  'builds with and without TMDB’s data answer generated queries of IMDb’s data to the byte alike',
  async () => {
    const value = createValues(random);
    const argument = ({ name, type, defaultValue }: GraphQLArgument): string | undefined => {
      const isNeeded = isNonNullType(type) && defaultValue === undefined;
      return isNeeded || random(3) === 0 ? literalOf(value(type, name), type) : undefined;
    };
    const next = createDocuments({ schema, random, argument, size: 25 });
    const headers = { 'content-type': 'application/json' };
    const ofTmdb = /tmdb|titleBy|personBy|crosswalk|facets|tables|randomTitles/i;
    const ofAny = /\bANY\b/;
    const isOfImdb = (text: string): boolean => !ofTmdb.test(text) && !ofAny.test(text);
    let compared = 0;
    for (let at = 0; compared < DOCUMENTS && at < DOCUMENTS * 20; at += 1) {
      const { query, variables } = next();
      if (!isOfImdb(query) || !isOfImdb(JSON.stringify(variables))) continue;
      const body = JSON.stringify({ query, variables });
      const texts = await Promise.all(
        [gateway, without].map(async (one) => (await one.fetch('/graphql', { method: 'POST', headers, body })).text()),
      );
      expect([query, variables, texts[0]]).toEqual([query, variables, texts[1]]);
      compared += 1;
    }
    expect(compared).toBe(DOCUMENTS);
  },
  SETUP_MS,
);

/** Overwrites the first half of a file: its blocks, and not the directory at its end. */
function blank(path: string): void {
  const file = openSync(path, 'r+');
  const half = Math.floor(fstatSync(file).size / 2);
  writeSync(file, Buffer.alloc(half), 0, half, 0);
  closeSync(file);
}

test(
  'damaged documents of TMDB’s are gone round by the tables, and a damaged table refuses its own fields alone',
  async () => {
    const [linked] = await tables.rows('SELECT tconst FROM facts ORDER BY tconst');
    const id = tt(Number(linked?.['tconst']));
    const query = `query ($id: ID!) { title(id: $id) { primaryTitle tmdb { id status keywords credits { totalCount } recommendations { totalCount } } } crosswalk(ids: [$id, "tmdb:movie:2000000"]) { state tmdbId } }`;
    const ask = async (one: TestGateway): Promise<Answer> => one.query(query, { id });
    const whole = await ask(gateway);
    expect(whole.errors).toBeUndefined();
    const damaged = await copyData(withTmdb);
    const folder = buildFolder(damaged, (await readCurrent(damaged))?.buildId ?? '');
    const lookups = (await readdir(join(folder, 'lookup'))).filter((name) => name.startsWith('tmdb_'));
    expect(lookups.length).toBeGreaterThan(5);
    for (const name of lookups) blank(join(folder, 'lookup', name));
    const round = await openGateway(damaged, { compare: false });
    try {
      expect((await ask(round)).data).toEqual(whole.data);
      expect((await ask(round)).errors).toBeUndefined();
    } finally {
      await round.close();
    }
    flip(join(folder, 'tables/tmdb_titles.parquet'), PLACES.middle);
    const refused = await openGateway(damaged, { compare: false });
    try {
      const { data, errors } = await refused.query(query, { id });
      expect(data).toMatchObject({ title: { primaryTitle: expect.any(String) as string, tmdb: null } });
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toContain('DATASET_UNAVAILABLE');
      const list = '{ titles(first: 3) { totalCount nodes { id } } search(query: "the") { totalCount } }';
      expect((await refused.query(list)).data).toEqual((await gateway.query(list)).data);
      expect(refused.store.state().build?.id).toBe(gateway.store.state().build?.id);
    } finally {
      await refused.close();
    }
  },
  SETUP_MS,
);
