import { writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { MOST_SIMILAR } from '../../src/dataset/similarity/measure.ts';
import { createLoaders } from '../../src/loaders/create-loaders.ts';
import { buildFolder, documentsFile, tableFile } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import type { TableName } from '../../src/dataset/tables/table-names.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { flip } from '../damage/flip.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { ingestInto } from '../support/ingest.ts';
import { generatedTmdb } from '../support/tmdb-generated.ts';
import { writeTmdbSnapshot } from '../support/tmdb-snapshot.ts';
import { seeded } from './random-filters.ts';
import { openTables, tt } from './tables.ts';

/* Similar titles with what a generated TMDB says: against the comparison of all pairs, plain SQL, and builds without. */

const SETUP_MS = 600_000;
const NOW = (): Date => new Date('2026-11-21T01:30:00.500Z');
const VOTES = 20;
const WORDS = 'lighthouse keeper storm island heist crew vault night train secret'.split(' ');
const TMDB_KINDS = ['COLLECTION', 'KEYWORD', 'KEYWORD_WORDS', 'OVERVIEW_WORDS'];

let files: string;
let on: { index: TestGateway; parquet: TestGateway };
let off: TestGateway;
let plain: TestGateway;
let folders: Folders;
let compared: readonly number[];

interface Reason {
  kind: string;
  detail: string;
  weight: number;
}
interface Row {
  score: number;
  title: { id: string };
  reasons: Reason[];
}

const SIMILAR = `query ($id: ID!) { title(id: $id) { similar(first: 50, filter: { adult: INCLUDE }) {
  nodes { score title { id } reasons { kind detail weight } } } } }`;
const COMPARE = `query ($a: ID!, $b: ID!) { compare(a: $a, b: $b) { similarity { score reasons { kind detail weight } } } }`;

async function similar(gateway: TestGateway, id: number): Promise<Row[]> {
  const { data, errors } = await gateway.query(SIMILAR, { id: tt(id) });
  expect(errors).toBeUndefined();
  return (data as { title: { similar: { nodes: Row[] } } }).title.similar.nodes;
}

beforeAll(async () => {
  const demo = await demoBuild(0.001);
  files = demo.files;
  const random = seeded(7);
  const known = await openTables(demo.folders);
  const ids = await known.rows<{ id: number }>('SELECT tconst AS id FROM titles ORDER BY id');
  compared = (
    await known.rows<{ id: number }>(`SELECT tconst AS id FROM ratings WHERE numVotes >= ${VOTES} ORDER BY id`)
  ).map(({ id }) => id);
  known.close();
  const rows = generatedTmdb(random, { titles: ids.map(({ id }) => id), people: [] });
  const told = (rows['tmdb.titles'] ?? []).map((row) => {
    const overview = Array.from({ length: 8 }, () => `${WORDS[random(WORDS.length)]}${random(12)}`).join(' ');
    const keywords = Array.from(
      { length: random(5) },
      () => `${WORDS[random(WORDS.length)]}${random(6)}, of ${random(3)}`,
    );
    return Object.assign(row, {
      overview: random(4) === 0 ? null : `A ${overview}.`,
      keywords: [...new Set(keywords)],
    });
  });
  const snapshot = { ...rows, 'tmdb.titles': told };
  const build = async (name: string, { withTmdb, similarity }: { withTmdb: boolean; similarity: boolean }) => {
    const into = foldersIn(newFolder(name));
    if (withTmdb) await writeTmdbSnapshot(into, snapshot);
    const options = { from: files, now: NOW, threads: 2, similarMinVotes: VOTES, tmdbSimilarity: similarity };
    expect(await ingestInto(into, options)).toMatchObject({ status: 'promoted' });
    return into;
  };
  folders = await build('on', { withTmdb: true, similarity: true });
  const [index, parquet] = await Promise.all(
    (['index', 'parquet'] as const).map((lookup) => openGateway(folders, { lookup, compare: false })),
  );
  if (index === undefined || parquet === undefined) throw new Error('no gateways');
  on = { index, parquet };
  off = await openGateway(await build('off', { withTmdb: true, similarity: false }), { compare: false });
  plain = await openGateway(await build('plain', { withTmdb: false, similarity: true }), { compare: false });
}, SETUP_MS);

afterAll(async () => {
  await Promise.all([off, plain, on.index, on.parquet].map((one) => one.close()));
});

test('similar has the greatest scores of all pairs with what TMDB says, which are those of compare', async () => {
  const lease = on.index.store.acquire();
  if (lease === null) throw new Error('no build');
  const kinds = new Set<string>();
  try {
    const { similarity } = createLoaders(lease.readers, lease);
    expect(compared.length).toBeGreaterThan(100);
    for (const id of compared.filter((_, at) => at % 4 === 0)) {
      const scores = await Promise.all(
        compared.map(async (other) => (other === id ? 0 : ((await similarity.of(id, other))?.score ?? -1))),
      );
      const nodes = await similar(on.index, id);
      expect(nodes.map(({ score }) => score)).toEqual(
        scores
          .filter((score) => score > 0)
          .toSorted((one, other) => other - one)
          .slice(0, MOST_SIMILAR),
      );
      for (const { score, title, reasons } of nodes) {
        expect(scores[compared.findIndex((other) => tt(other) === title.id)]).toBe(score);
        expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 2);
        for (const { kind } of reasons) kinds.add(kind);
      }
    }
  } finally {
    lease.release();
  }
  expect(TMDB_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('lists come from the tables too, and an answer with them says whose data they are of', async () => {
  for (const id of compared.slice(0, 20)) expect(await similar(on.parquet, id)).toEqual(await similar(on.index, id));
  const [a, b] = compared.slice(0, 2).map(tt);
  for (const [query, variables] of [
    [SIMILAR, { id: a }],
    [COMPARE, { a, b }],
  ] as const) {
    const attributions = async (gateway: TestGateway) =>
      ((await gateway.query(query, variables)).extensions as { dataset: { attributions?: string[] } }).dataset
        .attributions;
    expect((await attributions(on.index))?.[1]).toContain('TMDB');
    expect(await attributions(off)).toBeUndefined();
  }
});

test('with the setting off, and where there is no data of TMDB’s, lists and comparisons are those of IMDb’s data', async () => {
  let differ = 0;
  for (const id of compared.slice(0, 60)) {
    const lists = await similar(off, id);
    expect(await similar(plain, id)).toEqual(lists);
    const other = lists[0]?.title.id ?? tt(compared[0] ?? 0);
    const answers = await Promise.all(
      [off, plain, on.index].map(async (gateway) => (await gateway.query(COMPARE, { a: tt(id), b: other })).data),
    );
    expect(answers[1]).toEqual(answers[0]);
    if (JSON.stringify(answers[2]) !== JSON.stringify(answers[0])) differ += 1;
  }
  expect(differ).toBeGreaterThan(10);
});

/** What `/health` says of a damaged table. */
function consequenceOf(table: TableName): string {
  return table === 'tmdb_titles'
    ? 'what needs it is refused'
    : "similar titles and comparisons are those of IMDb's data alone";
}

test.each([
  { lookup: 'parquet', tables: ['tmdb_similar_titles'], documents: [] },
  { lookup: 'index', tables: ['tmdb_similar_titles'], documents: ['tmdb_similar_titles'] },
  { lookup: 'parquet', tables: ['tmdb_feature_counts'], documents: [] },
  { lookup: 'index', tables: ['tmdb_feature_counts'], documents: [] },
  { lookup: 'parquet', tables: ['tmdb_titles'], documents: [] },
] as const)('with $tables damaged, lists and comparisons are those of IMDb’s data ($lookup)', async (damaged) => {
  const { lookup, tables, documents } = damaged;
  const root = newFolder('damaged');
  await cp(folders.meta, root, { recursive: true });
  const into = foldersIn(root);
  const manifest = await readCurrent(into);
  const folder = buildFolder(into, manifest?.buildId ?? '');
  const gateway = await openGateway(into, { lookup, compare: false });
  onTestFinished(() => gateway.close());
  for (const table of tables) flip(join(folder, tableFile(table)), 0.5);
  for (const name of documents) writeFileSync(join(folder, documentsFile(name)), '');
  const [first = 0, ...others] = compared.slice(0, 20);
  // Whoever meets the damage is answered, too.
  expect((await similar(gateway, first)).length).toBeGreaterThan(0);
  for (const id of others) {
    expect(await similar(gateway, id)).toEqual(await similar(off, id));
    const variables = { a: tt(first), b: tt(id) };
    const { data, errors, extensions } = await gateway.query(COMPARE, variables);
    expect(errors).toBeUndefined();
    expect(data).toEqual((await off.query(COMPARE, variables)).data);
    expect(extensions).not.toHaveProperty('dataset.attributions');
  }
  expect(gateway.store.state().build?.id).toBe(manifest?.buildId);
  const { problems } = gateway.store.state();
  for (const table of tables) {
    const problem = problems.find((one) => one.startsWith(tableFile(table)));
    expect(problem).toContain(`: ${consequenceOf(table)}, until an ingest or `);
  }
});

test('tmdb_feature_counts has the rated titles of each keyword and word', async () => {
  const tables = await openTables(folders);
  const folder = buildFolder(folders, (await readCurrent(folders))?.buildId ?? '');
  const of = (table: TableName): string => `read_parquet('${join(folder, tableFile(table))}')`;
  const linked = `FROM ${of('tmdb_title_links')} JOIN (SELECT * EXCLUDE (tconst) FROM ${of('tmdb_titles')}) USING (tmdbKey)
    SEMI JOIN ratings USING (tconst)`;
  const expected = await tables.rows(`
    SELECT 'KEYWORD' AS kind, keyword AS feature, count(*)::INTEGER AS titles
      FROM (SELECT DISTINCT tconst, unnest(keywords) AS keyword ${linked}) GROUP BY keyword HAVING count(*) > 1
    UNION ALL SELECT 'KEYWORD_WORD', word, count(*)::INTEGER
      FROM (SELECT DISTINCT tconst, unnest(regexp_extract_all(lower(array_to_string(keywords, ' ')), '[a-z0-9]+')) AS word ${linked})
      GROUP BY word HAVING count(*) > 1
    UNION ALL SELECT 'KEYWORDED', '', count(*)::INTEGER ${linked} WHERE len(keywords) > 0
    UNION ALL SELECT 'OVERVIEWS', '', count(*)::INTEGER ${linked} WHERE overview IS NOT NULL
    UNION ALL SELECT 'WORD', word, count(*)::INTEGER
      FROM (SELECT DISTINCT tconst, unnest(regexp_extract_all(lower(overview), '[a-z0-9]+')) AS word ${linked})
      GROUP BY word HAVING count(*) > 1
    ORDER BY kind, feature`);
  expect(await tables.rows(`SELECT * FROM ${of('tmdb_feature_counts')} ORDER BY kind, feature`)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(100);
  tables.close();
});

test(
  'a changed setting, and other data of TMDB’s, make the lists anew at the next ingest',
  async () => {
    const into = foldersIn(newFolder('changes'));
    const random = seeded(9);
    const snapshot = (): Parameters<typeof writeTmdbSnapshot>[1] =>
      generatedTmdb(random, { titles: compared.slice(0, 80), people: [] });
    const first = snapshot();
    await writeTmdbSnapshot(into, first);
    const ingest = async (tmdbSimilarity: boolean) => {
      const options = { from: files, now: NOW, threads: 2, similarMinVotes: VOTES, tmdbSimilarity };
      const { status } = await ingestInto(into, options);
      const manifest = await readCurrent(into);
      const lists = manifest?.tables.find(({ name }) => name === 'tmdb_similar_titles');
      return {
        status,
        similarity: manifest?.tmdb?.similarity,
        rows: lists?.rows,
        sha256: 'sha256' in (lists ?? {}) && lists,
      };
    };
    const off1 = await ingest(false);
    expect(off1).toMatchObject({ status: 'promoted', rows: 0 });
    expect(off1.similarity).toBeUndefined();
    const on1 = await ingest(true);
    expect(on1).toMatchObject({ status: 'promoted', similarity: true });
    expect(on1.rows).toBeGreaterThan(1000);
    expect(await ingest(true)).toEqual({ ...on1, status: 'unchanged' });
    await writeTmdbSnapshot(into, snapshot());
    const on2 = await ingest(true);
    expect(on2.status).toBe('promoted');
    expect(on2.sha256).not.toEqual(on1.sha256);
    expect(await ingest(false)).toMatchObject({ status: 'promoted', rows: 0 });
  },
  SETUP_MS,
);
