import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import { buildFolder, MANIFEST_FILE, partsFolder, pointerPath, tableFile } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { filesOfTable } from '../../src/dataset/builds/manifest.ts';
import type { Manifest, TableRecord } from '../../src/dataset/builds/manifest.ts';
import { sealed } from '../../src/dataset/builds/seal.ts';
import { parquetOf } from '../../src/duckdb/literal.ts';
import { readPointer } from '../../src/storage/builds/builds.ts';

/** First format whose tables are in parts. */
const FIRST_IN_PARTS = 11;

/**
 * Makes a build one of another program: its manifest says so, and a pointer to it has the checksum of that. Tables of
 * older formats have one file each.
 */
export async function setFormat(folders: Folders, buildId: string, format: number): Promise<void> {
  await changeManifest(folders, buildId, (manifest) => ({ ...manifest, format }));
  if (format < FIRST_IN_PARTS) await joinParts(folders, buildId);
}

/** Makes one file of the parts of each table. */
async function joinParts(folders: Folders, buildId: string): Promise<void> {
  const folder = buildFolder(folders, buildId);
  const { tables } = JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8')) as Manifest;
  const joined: TableRecord[] = [];
  for (const table of tables) {
    if (!('parts' in table)) joined.push(table);
    else {
      const { parts: _, ...facts } = table;
      const file = tableFile(table.name);
      const files = filesOfTable(table).map((part) => part.file);
      await copyRows(`SELECT * FROM ${parquetOf(folder, files)}`, join(folder, file));
      await rm(join(folder, partsFolder(table.name)), { recursive: true });
      joined.push({ ...facts, ...(await recordOf(folder, file)) });
    }
  }
  await changeManifest(folders, buildId, (manifest) => ({ ...manifest, tables: joined }));
}

/** Writes the rows of a SELECT to a Parquet file, in their order. */
export async function copyRows(select: string, path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export async function recordOf(folder: string, file: string) {
  const bytes = await readFile(join(folder, file));
  const { size } = await stat(join(folder, file));
  return { file, bytes: size, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export async function changeManifest(
  folders: Folders,
  buildId: string,
  change: (manifest: Manifest) => Manifest,
): Promise<void> {
  const path = join(buildFolder(folders, buildId), MANIFEST_FILE);
  const text = JSON.stringify(sealed(change(JSON.parse(await readFile(path, 'utf8')) as Manifest)));
  await writeFile(path, text);
  const pointer = await readPointer(folders);
  if (pointer?.buildId !== buildId) return;
  const manifestSha256 = createHash('sha256').update(text).digest('hex');
  await writeFile(pointerPath(folders), JSON.stringify(sealed({ ...pointer, manifestSha256 })));
}
