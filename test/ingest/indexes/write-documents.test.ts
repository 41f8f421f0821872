import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { documentsFile } from '../../../src/dataset/builds/paths.ts';
import { CATEGORY_WORDS, TYPE_WORDS } from '../../../src/dataset/indexes/document-fields.ts';
import { DOCUMENT_KINDS } from '../../../src/dataset/indexes/document-kinds.ts';
import type { DocumentKindName } from '../../../src/dataset/indexes/document-kinds.ts';
import { openDocumentFile } from '../../../src/formats/documents/document-file.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { itemsOf, openBuild } from '../read-build.ts';

let build: Awaited<ReturnType<typeof openBuild>>;

beforeAll(async () => {
  build = await openBuild((await demoBuild(0.001)).folders);
});

afterAll(() => build.close());

/** Words as their places in the vocabulary; what is not in it as it is. */
function placeOf(column: string, words: readonly string[]): string {
  const list = `[${words.map((word) => `'${word}'`).join(', ')}]`;
  return `coalesce((list_position(${list}, ${column}) - 1)::JSON, to_json(${column}))`;
}

const TYPE = placeOf('t.titleType', TYPE_WORDS);
const CATEGORY = placeOf('p.category', CATEGORY_WORDS);
const TITLE = `${TYPE}, t.startYear, t.primaryTitle,
  if(t.originalTitle IS NOT DISTINCT FROM t.primaryTitle AND t.primaryTitle IS NOT NULL, '0'::JSON, to_json(t.originalTitle)),
  array_to_string(t.genres, ','), t.runtimeMinutes, e.parentTconst, e.seasonNumber, e.episodeNumber, r.averageRating,
  r.numVotes, nullif(t.isAdult::INTEGER, 0), t.endYear`;
const TITLE_SUMMARY = `${TYPE}, t.startYear`;
const PERSON = 'n.primaryName, n.birthYear, n.deathYear';

/** What each lookup must hold, straight from the canonical tables, as (key, item). */
const EXPECTED: Record<DocumentKindName, string> = {
  title: `
    SELECT t.tconst,
      json_array(${TITLE})
    FROM titles t LEFT JOIN ratings r ON r.tconst = t.tconst LEFT JOIN episodes e ON e.tconst = t.tconst`,
  person: `
    SELECT n.nconst,
      json_array(${PERSON}, array_to_string(n.primaryProfession, ','), array_to_string(n.knownForTitles, ','))
    FROM names n`,
  title_credits: `
    SELECT p.tconst,
      json_array(p.ordering, ${CATEGORY}, if(p.job IS NULL, p.characters::JSON, to_json(p.job)), n.nconst, ${PERSON})
    FROM principals p LEFT JOIN names n ON n.nconst = p.nconst`,
  title_crew: `
    SELECT tconst, json_array(place, directors[place + 1], writers[place + 1])
    FROM crew, range(0, 10000) AS places(place)
    WHERE place < greatest(1, coalesce(len(directors), 0), coalesce(len(writers), 0))`,
  title_akas: `
    SELECT a.tconst,
      json_array(a.ordering, a.title, a.region, a.language, a.types, a.attributes, nullif(a.isOriginalTitle::INTEGER, 0))
    FROM akas a`,
  person_credits: `
    SELECT p.nconst,
      json_array(p.tconst, p.ordering, ${CATEGORY}, ${TITLE_SUMMARY})
    FROM principals p LEFT JOIN titles t ON t.tconst = p.tconst`,
  series_episodes: `
    SELECT e.parentTconst,
      json_array(e.tconst, ${TITLE})
    FROM episodes e JOIN titles t ON t.tconst = e.tconst LEFT JOIN ratings r ON r.tconst = e.tconst
    WHERE t.titleType = 'tvEpisode'`,
  similar_titles: `
    SELECT tconst, json_array(neighbour, round(score * 10000)::INTEGER) FROM similar_titles`,
};

/** Items as a file has them: without the nulls at their ends. */
function trimmed(column: string): string {
  return `regexp_replace(${column}::VARCHAR, '(,?null)+]$', ']')`;
}

async function differences(left: string, right: string): Promise<{ rows: number; missing: number; extra: number }> {
  const [row] = await build.rows(`
    SELECT (SELECT count(*) FROM (${left})) AS rows,
      (SELECT count(*) FROM (${left} EXCEPT ALL ${right})) AS extra,
      (SELECT count(*) FROM (${right} EXCEPT ALL ${left})) AS missing`);
  return { rows: Number(row?.['rows']), missing: Number(row?.['missing']), extra: Number(row?.['extra']) };
}

test.each(DOCUMENT_KINDS)(
  'build writes the documents of $name as their view gives them and as plain SQL does',
  async (lookup) => {
    const { name, key, view } = lookup;
    const made = `SELECT ${key}, unnest(from_json('[' || items || ']', '["JSON"]'))::VARCHAR AS item FROM documents_${name}`;
    const fromView = await differences(made, `SELECT ${key}, ${trimmed('item')} FROM (${view})`);
    expect(fromView).toEqual({ rows: fromView.rows, missing: 0, extra: 0 });
    expect(fromView.rows).toBeGreaterThan(1000);
    const plain = `SELECT k, ${trimmed('item')} FROM (${EXPECTED[name]}) AS plain(k, item)`;
    expect(await differences(made, plain)).toEqual({ rows: fromView.rows, missing: 0, extra: 0 });
  },
);

test.each(DOCUMENT_KINDS)('build counts the documents of $name by their keys', async ({ name, key }) => {
  const [row] = await build.rows(
    `SELECT count(*) AS rows, count(DISTINCT ${key}) AS keys FROM documents_${name} WHERE ${key} IS NOT NULL`,
  );
  const record = build.manifest.lookups.find((lookup) => lookup.name === name);
  expect(Number(row?.['keys'])).toBe(record?.rows);
  expect(row?.['rows']).toBe(row?.['keys']);
});

test.each(DOCUMENT_KINDS)('a reader finds every document of $name, and none beside', async ({ name, key, numbers }) => {
  const record = build.manifest.lookups.find((lookup) => lookup.name === name);
  const file = openDocumentFile(join(build.folder, documentsFile(name)), record?.bytes);
  try {
    const rows = await build.rows(`SELECT ${key} AS key, items FROM documents_${name}`);
    const items = new Map(rows.map((row) => [Number(row['key']), String(row['items'])]));
    const read = (wanted: number): string | null => {
      const found = file.read(wanted);
      return found instanceof Int32Array ? itemsOf(found, numbers.length) : found;
    };
    for (const [found, expected] of items) expect(read(found)).toBe(expected);
    const holes = [...items.keys()].map((found) => found + 1).filter((next) => !items.has(next));
    for (const hole of [0, ...holes.slice(0, 500), 2 ** 31]) expect(file.read(hole)).toBeNull();
  } finally {
    file.close();
  }
  expect(() => file.read(1)).toThrow('the build is closed');
});

test('build finds rows of dangling references', async () => {
  const [row] = await build.rows(`
    SELECT (SELECT count(*) FROM principals ANTI JOIN names USING (nconst)) AS nobody,
      (SELECT count(*) FROM credits_by_person WHERE titleType IS NULL) AS nothing,
      (SELECT count(*) FROM credits_by_person) - (SELECT count(*) FROM principals) AS lost`);
  expect(Number(row?.['nobody'])).toBeGreaterThan(0);
  expect(Number(row?.['nothing'])).toBeGreaterThan(0);
  expect(Number(row?.['lost'])).toBe(0);
});
