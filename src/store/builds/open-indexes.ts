import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { DuckDBConnection } from '@duckdb/node-api';

import {
  creditGraphFile,
  documentsFile,
  isTmdbFile,
  postingsFile,
  ratedTitlesFile,
  sortedTableFile,
  termsFile,
} from '../../dataset/builds/paths.ts';
import { ALL_DOCUMENT_KINDS } from '../../dataset/indexes/tmdb-document-kinds.ts';
import type { AnyDocumentKindName } from '../../dataset/indexes/document-kinds.ts';
import type { IndexRecord } from '../../dataset/builds/manifest.ts';
import { TMDB_SEARCH_INDEXES } from '../../dataset/indexes/search-scope.ts';
import { SORTED_TABLES } from '../../dataset/indexes/sorted-tables.ts';
import type { Logger } from '../../process/logger.ts';
import { openDocumentFile } from '../../formats/documents/document-file.ts';
import type { DocumentFile } from '../../formats/documents/document-file.ts';
import type { FileChecks } from '../health/file-checks.ts';
import { literal } from '../../duckdb/literal.ts';
import type { Relations } from '../health/relations.ts';
import { checkAdjacencyOpens } from '../../formats/adjacency/adjacency.ts';
import { openPostings } from '../../formats/postings/postings.ts';
import { openTerms } from '../../formats/terms/terms.ts';
import type { SearchFiles } from '../search/terms/search-index.ts';
import type { RatedTitles } from '../../formats/rated-titles/layout.ts';
import { readRatedTitles } from '../../formats/rated-titles/read-rated-titles.ts';

/** `index` reads documents and lists from the build's indexes, `parquet` from its tables: the same queries, slower. */
export type LookupMode = 'index' | 'parquet';

export interface OpenIndexes {
  /** Those of the documents that are read from their files. */
  documents: ReadonlyMap<AnyDocumentKindName, DocumentFile>;
  search: SearchFiles;
  /** Those of the search over both sources. */
  anySearch: SearchFiles;
  ratedTitles: RatedTitles | undefined;
  /** A sentence for each index that does not open for another reason than damage. */
  warnings: readonly string[];
  /** Closes the files. */
  close(): void;
}

export interface OpenIndexesOptions {
  folder: string;
  records: readonly IndexRecord[];
  relations: Relations;
  files: FileChecks;
  lookup: LookupMode;
  log: Logger;
  /** Told of each read of a file that fails after it was opened. */
  onFailure: (file: string, error: unknown) => void;
}

/**
 * Opens the files of documents and of search, reads that of rated titles, and lets the relation of each sorted table read its
 * index. Where an index is not wanted, is damaged or does not open, the Parquet tables take its place.
 */
export async function openIndexes(
  connection: DuckDBConnection,
  { folder, records, relations, files, lookup: mode, log, onFailure }: OpenIndexesOptions,
): Promise<OpenIndexes> {
  const documents = new Map<AnyDocumentKindName, DocumentFile>();
  const warnings: string[] = [];
  const search: SearchFiles = {};
  const anySearch: SearchFiles = {};
  let ratedTitles: RatedTitles | undefined;

  async function open(file: string, openIndex: OpenIndex): Promise<void> {
    if (mode === 'parquet') return;
    const bytes = records.find((record) => record.file === file)?.bytes;
    try {
      await openIndex(bytes);
    } catch (error) {
      // The whole file says whether it is damaged; else it may be that too many are open.
      if ((await files.check(file)) !== undefined) return;
      log.warn({ event: 'index not usable', file, err: error });
      warnings.push(`${file} does not open: answers are made without it, slower`);
    }
  }

  async function openSearch(into: SearchFiles, { lists, dictionary }: { lists: string; dictionary: string }) {
    if (isLacking(lists)) return;
    await open(lists, (bytes) => {
      into.postings = openPostings(join(folder, lists), { bytes, onDamage: (error) => onFailure(lists, error) });
    });
    await open(dictionary, (bytes) => {
      into.terms = openTerms(join(folder, dictionary), { bytes, onDamage: (error) => onFailure(dictionary, error) });
    });
  }

  /** A build without TMDB's data has none of its files. */
  function isLacking(file: string): boolean {
    return isTmdbFile(file) && !records.some((record) => record.file === file);
  }

  try {
    for (const { name } of ALL_DOCUMENT_KINDS) {
      const file = documentsFile(name);
      if (isLacking(file)) continue;
      await open(file, (bytes) => void documents.set(name, openDocumentFile(join(folder, file), bytes)));
    }
    for (const { name } of SORTED_TABLES) {
      const file = sortedTableFile(name);
      if (files.damaged.has(file)) continue;
      await open(file, async (bytes) => {
        await attach(connection, { name, bytes, path: join(folder, file) });
        await relations.useIndex(name);
      });
    }
    await openSearch(search, { lists: postingsFile('search_lists'), dictionary: termsFile('search_terms') });
    const [lists, terms] = TMDB_SEARCH_INDEXES;
    await openSearch(anySearch, { lists: postingsFile(lists), dictionary: termsFile(terms) });
    const rated = ratedTitlesFile();
    await open(rated, (bytes) => {
      ratedTitles = readRatedTitles(join(folder, rated), bytes);
    });
    // Opened by the thread that searches it, when somebody asks.
    const graph = creditGraphFile();
    if (records.some((record) => record.file === graph))
      await open(graph, (bytes) => checkAdjacencyOpens(join(folder, graph), bytes));
  } catch (error) {
    close();
    throw error;
  }

  function close(): void {
    for (const file of documents.values()) file.close();
    for (const { postings, terms } of [search, anySearch]) {
      postings?.close();
      terms?.close();
    }
  }

  return { documents, search, anySearch, ratedTitles, warnings, close };
}

/** @throws what keeps it from opening. */
type OpenIndex = (bytes: number | undefined) => Promise<void> | void;

async function attach(
  connection: DuckDBConnection,
  { name, bytes, path }: { name: string; bytes: number | undefined; path: string },
): Promise<void> {
  // DuckDB would say that a missing file cannot be created, and opens one that is cut.
  const { size } = await stat(path);
  if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
  await connection.run(`ATTACH ${literal(path)} AS ${name}_index (READ_ONLY)`);
}
