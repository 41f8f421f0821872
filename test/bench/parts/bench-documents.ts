import { statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { DuckDBInstance } from '@duckdb/node-api';

import { documentsFile, partsFolder, tableFile } from '../../../src/dataset/builds/paths.ts';
import { DOCUMENT_KINDS } from '../../../src/dataset/indexes/document-kinds.ts';
import { TABLES } from '../../../src/dataset/tables/tables.ts';
import type { DocumentKind } from '../../../src/dataset/indexes/document-kinds.ts';
import { openDocumentFile } from '../../../src/formats/documents/document-file.ts';
import type { BenchContext } from '../bench-context.ts';
import { percentile } from '../load/percentile.ts';
import { currentBuild } from './bench-ingest.ts';

/** Random keys of each kind of document. */
const KEYS = 200_000;
/** Passes over all of them, the first one for the page cache. */
const PASSES = 6;

/** What one read of a document takes, from its file in the page cache: CPU time of this process, which does nothing else. */
export async function benchDocuments({ dataFolder, results, say }: BenchContext): Promise<void> {
  say('documents');
  const build = await currentBuild(dataFolder);
  for (const lookup of DOCUMENT_KINDS) {
    const path = join(build, documentsFile(lookup.name));
    const keys = await randomKeys(build, lookup);
    results.figures[`${lookup.name} document µs`] = microsecondsOfRead(path, keys);
    results.figures[`${lookup.name} documents bytes`] = statSync(path).size;
  }
}

async function randomKeys(build: string, { table, key }: DocumentKind): Promise<Uint32Array> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const isInParts = TABLES.some(({ name, inParts }) => name === table && inParts !== undefined);
    const files = isInParts ? `${partsFolder(table)}/*.parquet` : tableFile(table);
    const file = join(build, files).replaceAll("'", "''");
    const reader = await connection.runAndReadAll(
      `SELECT ${key} FROM (SELECT DISTINCT ${key} FROM '${file}') ORDER BY hash(${key}) LIMIT ${KEYS}`,
    );
    return Uint32Array.from(reader.getRows().map(([found]) => Number(found)));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The median of all passes but the first. */
function microsecondsOfRead(path: string, keys: Uint32Array): number {
  const file = openDocumentFile(path, statSync(path).size);
  try {
    const passes = Array.from({ length: PASSES }, () => {
      const before = process.cpuUsage();
      for (const key of keys) {
        if (file.read(key) === null) throw new Error(`${path} has no document ${key}`);
      }
      const { user, system } = process.cpuUsage(before);
      return (user + system) / keys.length;
    });
    return percentile(
      passes.slice(1).toSorted((one, other) => one - other),
      0.5,
    );
  } finally {
    file.close();
  }
}
