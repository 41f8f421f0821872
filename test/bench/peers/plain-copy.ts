import { rename } from 'node:fs/promises';
import { join } from 'node:path';

import type { Manifest } from '../../../src/dataset/builds/manifest.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { POSTGRES } from '../../../src/export/dialects/postgres.ts';
import { copiedValue } from '../../../src/export/engines/postgres/load-session.ts';
import { EXPORT_TABLES } from '../../../src/export/shape/export-tables.ts';
import { writeCsv } from '../../../src/export/source/csv-file.ts';
import { openSource } from '../../../src/export/source/open-source.ts';
import { costOf } from '../data/run-ingest.ts';
import type { Cost } from '../data/run-ingest.ts';
import { startLogged } from '../processes/child-process.ts';
import { environment } from '../processes/start-server.ts';

/** Writes the rows of an export as CSV files, one for each table. Answers with the number of rows. */
export async function prepareCsv({
  folders,
  manifest,
  folder,
}: {
  folders: Folders;
  manifest: Manifest;
  folder: string;
}): Promise<number> {
  const options = { folders, manifest, selection: {}, memoryLimit: '2GiB', threads: 2, writes: [folder] };
  const source = await openSource(options);
  let rows = 0;
  try {
    for (const table of EXPORT_TABLES) {
      const part = { table, from: 0, to: null };
      const values = table.columns.map(copiedValue);
      const csv = await writeCsv({ ...source, folder }, { part, condition: 'true', values, nullText: '' });
      await rename(csv.path, csvOf(folder, table.name));
      rows += csv.rows;
    }
  } finally {
    await source.close();
  }
  return rows;
}

/** psql's `\copy` of the files into new tables of a schema, one after the other, and then their indexes and comments. */
export async function runPlainCopy({
  psql,
  url,
  schema,
  folder,
}: {
  psql: string;
  url: string;
  schema: string;
  folder: string;
}): Promise<Cost> {
  const commands: string[] = [];
  for (const table of EXPORT_TABLES) {
    const place = `${schema}.${table.name}`;
    const copy = String.raw`\copy ${place} FROM '${csvOf(folder, table.name)}' (FORMAT csv)`;
    commands.push(...POSTGRES.createTable(table, place), copy);
    commands.push(...POSTGRES.createIndexes(table, place), ...POSTGRES.comments(table, place));
  }
  const flags = ['-qX', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', `CREATE SCHEMA ${schema}`];
  const run = startLogged([psql, ...flags, ...commands.flatMap((command) => ['-c', command])], {
    env: environment({}),
    cwd: folder,
    logFile: join(folder, 'plain-copy.log'),
  });
  const cost = await costOf(run);
  if (run.child.exitCode !== 0) throw new Error(`psql failed: ${run.output().slice(-2000)}`);
  return cost;
}

function csvOf(folder: string, table: string): string {
  return join(folder, `${table}.csv`);
}
