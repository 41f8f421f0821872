import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { DuckDBConnection } from '@duckdb/node-api';

import { documentsFile, postingsFile, scanFile } from '../dataset/layout.ts';
import { LOOKUPS } from '../dataset/lookups.ts';
import type { LookupName } from '../dataset/lookups.ts';
import type { LookupRecord } from '../dataset/manifest.ts';
import { SCANS } from '../dataset/scans.ts';
import type { IndexName, ScanName } from '../dataset/scans.ts';
import type { Logger } from '../logger.ts';
import { openDocumentFile } from './document-file.ts';
import type { DocumentFile } from './document-file.ts';
import { openPostings } from './search/lists/postings.ts';
import type { Postings } from './search/lists/postings.ts';

/** `index` reads documents and lists from the build's indexes, `parquet` from its tables: the same queries, slower. */
export type LookupMode = 'index' | 'parquet';

export interface OpenIndexes {
  /** Those of the documents that are read from their files. */
  documents: ReadonlyMap<LookupName, DocumentFile>;
  /** Those of the scans that are read from their indexes. */
  scans: ReadonlySet<ScanName>;
  /** The lists of search. */
  postings: Postings | undefined;
  /** A sentence for each index that does not open. */
  warnings: string[];
  /** Closes the files. */
  close(): void;
}

/**
 * Opens the files of documents, and puts the view of each scan over its index. Where an index is not wanted or does not
 * open, its view over the Parquet tables takes its place.
 */
export async function openIndexes(
  connection: DuckDBConnection,
  {
    folder,
    records,
    options: { lookup: mode, log },
  }: { folder: string; records: readonly LookupRecord[]; options: { lookup: LookupMode; log: Logger } },
): Promise<OpenIndexes> {
  const documents = new Map<LookupName, DocumentFile>();
  const scans = new Set<ScanName>();
  const warnings: string[] = [];
  let postings: Postings | undefined;

  /** Whether the index is open. */
  async function open(name: IndexName, openIndex: OpenIndex): Promise<boolean> {
    const bytes = records.find((record) => record.name === name)?.bytes;
    try {
      if (mode === 'parquet') return false;
      await openIndex(bytes);
      return true;
    } catch (error) {
      warnOfDamage({ warnings, log }, { name, error });
    }
    return false;
  }

  for (const lookup of LOOKUPS) {
    const path = join(folder, documentsFile(lookup.name));
    await open(lookup.name, (bytes) => void documents.set(lookup.name, openDocumentFile(path, bytes)));
  }
  for (const scan of SCANS) {
    const path = join(folder, scanFile(scan.name));
    if (await open(scan.name, (bytes) => attach(connection, { name: scan.name, bytes, path }))) scans.add(scan.name);
    else await connection.run(`CREATE VIEW ${scan.name} AS ${scan.view}`);
  }
  const onDamage = (error: unknown): void => warnOfDamage({ warnings, log }, { name: 'search_lists', error });
  await open('search_lists', (bytes) => {
    postings = openPostings(join(folder, postingsFile('search_lists')), { bytes, onDamage });
  });
  return {
    documents,
    scans,
    postings,
    warnings,
    close() {
      for (const file of documents.values()) file.close();
      postings?.close();
    },
  };
}

/** Tells of an index that proves to be damaged, once. */
export function warnOfDamage(
  { warnings, log }: { warnings: string[]; log: Logger },
  { name, error }: { name: IndexName; error: unknown },
): void {
  if (warnings.includes(unusable(name))) return;
  log.warn({ event: 'index not usable', lookup: name, err: error });
  warnings.push(unusable(name));
}

/** The sentence for an index that cannot be read. */
function unusable(name: IndexName): string {
  return `the index of ${name} does not open: answers are made without it, slower`;
}

/** @throws what keeps it from opening. */
type OpenIndex = (bytes: number | undefined) => Promise<void> | void;

async function attach(
  connection: DuckDBConnection,
  { name, bytes, path }: { name: IndexName; bytes: number | undefined; path: string },
): Promise<void> {
  // DuckDB would say that a missing file cannot be created, and opens one that is cut; say it as it is.
  const { size } = await stat(path);
  if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
  await connection.run(`ATTACH ${literal(path)} AS ${name}_index (READ_ONLY)`);
  await connection.run(`CREATE VIEW ${name} AS SELECT * FROM ${name}_index.${name}`);
}

/** A text as an SQL literal, for paths in statements that take no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
