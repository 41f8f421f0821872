import { afterAll, beforeAll, expect, test } from 'vitest';

import { LOOKUPS } from '../../src/dataset/lookups.ts';
import type { LookupName } from '../../src/dataset/lookups.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openBuild } from './read-build.ts';

let build: Awaited<ReturnType<typeof openBuild>>;

beforeAll(async () => {
  build = await openBuild((await demoBuild(0.001)).folders);
});

afterAll(() => build.close());

const TITLE = `t.titleType, t.startYear, t.primaryTitle, t.originalTitle, t.isAdult, t.endYear, t.runtimeMinutes,
  array_to_string(t.genres, ',')`;
const TITLE_CARD = 't.titleType, t.startYear';
const PERSON = 'n.primaryName, n.birthYear, n.deathYear';

/** What each lookup must hold, straight from the canonical tables, as (key, item). */
const EXPECTED: Record<LookupName, string> = {
  title: `
    SELECT t.tconst,
      json_array(${TITLE}, r.averageRating, r.numVotes, e.parentTconst, e.seasonNumber, e.episodeNumber)
    FROM titles t LEFT JOIN ratings r ON r.tconst = t.tconst LEFT JOIN episodes e ON e.tconst = t.tconst`,
  person: `
    SELECT n.nconst,
      json_array(${PERSON}, array_to_string(n.primaryProfession, ','), array_to_string(n.knownForTitles, ','))
    FROM names n`,
  title_credits: `
    SELECT p.tconst,
      json_array(p.ordering, p.nconst, p.category, p.job, p.characters, n.nconst IS NOT NULL, ${PERSON})
    FROM principals p LEFT JOIN names n ON n.nconst = p.nconst`,
  title_crew: `
    SELECT c.tconst, json_array(c.role, c.position, c.nconst, ${PERSON})
    FROM (
      SELECT tconst, 'director' AS role, i AS position, directors[i] AS nconst
      FROM crew, range(1, 10000) AS positions(i) WHERE i <= len(directors)
      UNION ALL
      SELECT tconst, 'writer', i, writers[i] FROM crew, range(1, 10000) AS positions(i) WHERE i <= len(writers)
    ) c, names n WHERE n.nconst = c.nconst`,
  title_akas: `
    SELECT a.tconst,
      json_array(a.ordering, a.title, a.region, a.language, a.types, a.attributes, a.isOriginalTitle)
    FROM akas a`,
  person_credits: `
    SELECT p.nconst,
      json_array(p.tconst, p.ordering, p.category, p.job, p.characters, ${TITLE_CARD})
    FROM principals p LEFT JOIN titles t ON t.tconst = p.tconst`,
  series_episodes: `
    SELECT e.parentTconst,
      json_array(e.tconst, ${TITLE}, r.averageRating, r.numVotes, e.seasonNumber, e.episodeNumber)
    FROM episodes e JOIN titles t ON t.tconst = e.tconst LEFT JOIN ratings r ON r.tconst = e.tconst
    WHERE t.titleType = 'tvEpisode'`,
};

/** As (key, item) rows: items come in no promised order. */
function itemised(from: string, key: string): string {
  return `SELECT ${key}, unnest(from_json('[' || items || ']', '["JSON"]'))::VARCHAR AS item FROM ${from}`;
}

async function differences(left: string, right: string): Promise<{ rows: number; missing: number; extra: number }> {
  const [row] = await build.rows(`
    SELECT (SELECT count(*) FROM (${left})) AS rows,
      (SELECT count(*) FROM (${left} EXCEPT ALL ${right})) AS extra,
      (SELECT count(*) FROM (${right} EXCEPT ALL ${left})) AS missing`);
  return { rows: Number(row?.['rows']), missing: Number(row?.['missing']), extra: Number(row?.['extra']) };
}

test.each(LOOKUPS)('build writes the index of $name as its view gives it and as plain SQL does', async (lookup) => {
  const { name, key, view } = lookup;
  const made = itemised(`index_${name}.${name}`, key);
  const fromView = await differences(made, itemised(`(${view})`, key));
  expect(fromView).toEqual({ rows: fromView.rows, missing: 0, extra: 0 });
  expect(fromView.rows).toBeGreaterThan(1000);
  const plain = `SELECT k, item::VARCHAR FROM (${EXPECTED[name]}) AS plain(k, item)`;
  expect(await differences(made, plain)).toEqual({ rows: fromView.rows, missing: 0, extra: 0 });
});

test.each(LOOKUPS)('build gives the index of $name an index on its key', async ({ name, key, shape }) => {
  const [row] = await build.rows(
    `SELECT count(*) AS rows, count(DISTINCT ${key}) AS keys FROM index_${name}.${name} WHERE ${key} IS NOT NULL`,
  );
  const record = build.manifest.lookups.find((lookup) => lookup.name === name);
  expect(Number(row?.['keys'])).toBe(record?.rows);
  if (shape === 'card') expect(row?.['rows']).toBe(row?.['keys']);
  const indexes = await build.rows(
    `SELECT is_unique, expressions FROM duckdb_indexes() WHERE database_name = 'index_${name}'`,
  );
  expect(indexes).toEqual([{ is_unique: shape === 'card', expressions: `[${key}]` }]);
});

test.each(LOOKUPS.filter(({ shape }) => shape === 'list'))('build keeps the texts of $name short', async ({ name }) => {
  const [row] = await build.rows(`SELECT max(strlen(items)) AS longest FROM index_${name}.${name}`);
  // DuckDB compresses no column that holds texts of more than 4 KB.
  expect(Number(row?.['longest'])).toBeLessThan(4096);
});

test('build finds rows of dangling references', async () => {
  const [row] = await build.rows(`
    SELECT (SELECT count(*) FROM principals WHERE NOT personFound) AS nobody,
      (SELECT count(*) FROM credits_by_person WHERE titleType IS NULL) AS nothing,
      (SELECT count(*) FROM credits_by_person) - (SELECT count(*) FROM principals) AS lost`);
  expect(Number(row?.['nobody'])).toBeGreaterThan(0);
  expect(Number(row?.['nothing'])).toBeGreaterThan(0);
  expect(Number(row?.['lost'])).toBe(0);
});
