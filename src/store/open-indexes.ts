import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { DuckDBConnection } from '@duckdb/node-api';

import { lookupFile } from '../dataset/layout.ts';
import { LOOKUPS } from '../dataset/lookups.ts';
import type { LookupRecord } from '../dataset/manifest.ts';
import { SCANS } from '../dataset/scans.ts';
import type { IndexName } from '../dataset/scans.ts';
import type { Logger } from '../logger.ts';

/** `index` reads documents and lists from the build's indexes, `parquet` from its tables: the same queries, slower. */
export type LookupMode = 'index' | 'parquet';

/**
 * Puts the view of each lookup and scan over its index, or over the tables where the index is not wanted or does not
 * open. Answers with a sentence for each of the latter.
 */
export async function openIndexes(
  connection: DuckDBConnection,
  {
    folder,
    records,
    options: { lookup: mode, log },
  }: { folder: string; records: readonly LookupRecord[]; options: { lookup: LookupMode; log: Logger } },
): Promise<string[]> {
  const warnings: string[] = [];
  for (const { name, view } of [...LOOKUPS, ...SCANS]) {
    const bytes = records.find((record) => record.name === name)?.bytes;
    const problem =
      mode === 'index'
        ? await openIndex(connection, { name, bytes, path: join(folder, lookupFile(name)) })
        : 'not wanted';
    if (problem === undefined) continue;
    await connection.run(`CREATE VIEW ${name} AS ${view}`);
    if (mode === 'parquet') continue;
    log.warn({ event: 'index not usable', lookup: name, err: problem });
    warnings.push(`the index of ${name} does not open: it is served from its Parquet table, slower`);
  }
  return warnings;
}

/** Answers with what kept it from opening. */
async function openIndex(
  connection: DuckDBConnection,
  { name, bytes, path }: { name: IndexName; bytes: number | undefined; path: string },
): Promise<unknown> {
  try {
    // DuckDB would say that a missing file cannot be created, and opens one that is cut; say it as it is.
    const { size } = await stat(path);
    if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
    await connection.run(`ATTACH ${literal(path)} AS ${name}_index (READ_ONLY)`);
    await connection.run(`CREATE VIEW ${name} AS SELECT * FROM ${name}_index.${name}`);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A text as an SQL literal, for paths in statements that take no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
