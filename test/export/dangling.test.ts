import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { exportFiles } from '../../src/export/files/export-files.ts';
import { exportBuild } from '../../src/export/load/export-build.ts';
import { SILENT_EXPORT } from '../../src/export/load/export-outcome.ts';
import type { Selection } from '../../src/export/shape/selection.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { openTables } from '../product/tables.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { oddTmdbBuild, oddTmdbNow } from './odd-tmdb-build.ts';

const { folders } = await demoBuild(0.001);
const manifest = (await readCurrent(folders)) ?? expect.fail('there is no build');

const COMMON = {
  folders,
  manifest,
  memoryLimit: '512MiB',
  threads: 1,
  signal: new AbortController().signal,
};

async function intoSqlite(selection: Selection, danglingReport: string) {
  const path = join(newFolder('dangling'), 'films.db');
  const outcome = await exportBuild({
    ...COMMON,
    target: parseTarget(`sqlite:${path}`),
    selection,
    danglingReport,
    replace: true,
    foreignKeys: true,
    parallel: 1,
    progress: SILENT_EXPORT,
  });
  return { path, outcome };
}

interface Line {
  table: string;
  key: Record<string, string | number>;
  column: string;
  missing: string;
}

function linesOf(path: string): Line[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Line);
}

const REFERENCES = [
  ['title_akas', 'titleId', 'title_basics', 'tconst'],
  ['title_crew', 'tconst', 'title_basics', 'tconst'],
  ['title_episode', 'tconst', 'title_basics', 'tconst'],
  ['title_episode', 'parentTconst', 'title_basics', 'tconst'],
  ['title_principals', 'tconst', 'title_basics', 'tconst'],
  ['title_principals', 'nconst', 'name_basics', 'nconst'],
  ['title_ratings', 'tconst', 'title_basics', 'tconst'],
] as const;

test('with dropDangling each reference leads to a row, and the report names each row that is missing', async () => {
  const report = join(newFolder('report'), 'dangling.ndjson');
  const { path, outcome } = await intoSqlite({ dropDangling: true }, report);
  const lines = linesOf(report);
  const rows = new Set(lines.map(({ table, key }) => `${table} ${JSON.stringify(key)}`));
  expect(outcome).toMatchObject({ status: 'exported', dangling: { rows: rows.size, report } });
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = await openTables(folders);
  try {
    const wanted: [string, string, number][] = [];
    for (const [table, column, to, key] of REFERENCES) {
      const lost = `SELECT count(*) AS n FROM ${table} WHERE ${column} NOT IN (SELECT ${key} FROM ${to})`;
      expect(database.prepare(lost).get(), `${table}.${column}`).toEqual({ n: 0 });
      wanted.push([table, column, lines.filter((line) => line.table === table && line.column === column).length]);
    }
    const [build] = await tables.rows<Record<string, string>>(
      `SELECT (SELECT count(*) FROM akas ANTI JOIN titles USING (tconst)) AS akas,
         (SELECT count(*) FROM principals p ANTI JOIN titles t ON t.tconst = p.tconst) AS principals_title,
         (SELECT count(*) FROM principals p ANTI JOIN names n ON n.nconst = p.nconst) AS principals_name,
         (SELECT count(*) FROM episodes e ANTI JOIN titles t ON t.tconst = e.parentTconst) AS parents`,
    );
    const reported = (table: string, column: string): number =>
      wanted.find(([name, of]) => name === table && of === column)?.[2] ?? -1;
    expect(reported('title_akas', 'titleId')).toBe(Number(build?.['akas']));
    expect(reported('title_principals', 'tconst')).toBe(Number(build?.['principals_title']));
    expect(reported('title_principals', 'nconst')).toBe(Number(build?.['principals_name']));
    expect(reported('title_episode', 'parentTconst')).toBe(Number(build?.['parents']));
    // The demo data has dangling rows, as IMDb's has.
    expect(rows.size).toBeGreaterThan(0);
    for (const { table, key } of lines.slice(0, 200)) {
      const names = Object.keys(key);
      const found = database
        .prepare(`SELECT count(*) AS n FROM ${table} WHERE ${names.map((name) => `${name} = ?`).join(' AND ')}`)
        .get(...Object.values(key));
      expect(found, `${table} ${JSON.stringify(key)}`).toEqual({ n: 0 });
    }
  } finally {
    database.close();
    tables.close();
  }
});

test('of TMDB’s data the credits of people and the titles that were not fetched are dangling', async () => {
  const small = await oddTmdbBuild();
  const report = join(newFolder('report'), 'tmdb.ndjson');
  const path = join(newFolder('dangling'), 'films.db');
  const outcome = await exportBuild({
    ...COMMON,
    folders: small,
    manifest: (await readCurrent(small)) ?? expect.fail('there is no build'),
    now: oddTmdbNow,
    target: parseTarget(`sqlite:${path}`),
    selection: {
      only: ['tmdb_titles', 'tmdb_credits', 'tmdb_recommendations', 'tmdb_person_links'],
      tmdb: true,
      dropDangling: true,
    },
    danglingReport: report,
    replace: true,
    foreignKeys: true,
    parallel: 1,
    progress: SILENT_EXPORT,
  });
  expect(outcome).toMatchObject({ status: 'exported', dangling: { rows: 2 } });
  const lines = readFileSync(report, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { table: 'tmdb_credits', key: { tmdbKey: 1206, position: 1 }, column: 'personId', missing: 77 },
    { table: 'tmdb_recommendations', key: { tmdbKey: 1206, position: 2 }, column: 'recommendedKey', missing: 88_888 },
  ]);
});

test('files leave the same rows out as a database, and those of a part only what the part lacks', async () => {
  const [all, part] = [join(newFolder('report'), 'all.ndjson'), join(newFolder('report'), 'part.ndjson')];
  const outcomes = await Promise.all([
    exportFiles({
      ...COMMON,
      format: 'parquet',
      out: newFolder('out'),
      selection: { dropDangling: true },
      danglingReport: all,
      onWritten: () => undefined,
    }),
    intoSqlite({ dropDangling: true, types: ['movie', 'tvEpisode'] }, part),
  ]);
  expect(outcomes[0]).toMatchObject({ status: 'exported', dangling: { report: all } });
  const lines = linesOf(all);
  expect(new Set(lines.map(({ table, key }) => `${table} ${JSON.stringify(key)}`)).size).toBe(
    outcomes[0].status === 'exported' ? outcomes[0].dangling?.rows : -1,
  );
  // Nearly all episodes of the part name a series, and the part has none of those.
  const { outcome, path } = outcomes[1];
  expect(outcome).toMatchObject({ status: 'exported' });
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const lost = 'SELECT count(*) AS n FROM title_episode WHERE parentTconst NOT IN (SELECT tconst FROM title_basics)';
    expect(database.prepare(lost).get()).toEqual({ n: 0 });
    expect(database.prepare(`SELECT count(*) > 0 AS n FROM title_basics WHERE titleType = 'tvEpisode'`).get()).toEqual({
      n: 1,
    });
  } finally {
    database.close();
  }
  expect(linesOf(part).filter(({ column }) => column === 'parentTconst').length).toBeGreaterThan(100);
});

test('a report that cannot be written is said before anything is loaded', async () => {
  const { outcome } = await intoSqlite({ dropDangling: true }, '/nowhere/at/all.ndjson');
  expect(outcome).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/^could not write the report \/nowhere\/at\/all\.ndjson of --drop-dangling: ENOENT/),
  });
});
