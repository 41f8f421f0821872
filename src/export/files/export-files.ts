import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Manifest } from '../../dataset/builds/manifest.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { createIngestLock } from '../../storage/files/lock.ts';
import { ExportFailed } from '../export-failed.ts';
import { reportDangling } from '../load/dangling-report.ts';
import type { Dangling } from '../load/dangling-report.ts';
import { selectedTables } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import { openSource } from '../source/open-source.ts';
import { fileFailure } from '../source/file-failure.ts';
import { refuseDamaged } from '../source/refuse-damaged.ts';
import { refuseWithoutTmdb, tmdbOf } from '../source/tmdb-data.ts';
import { refuseUnknownTypes } from '../source/refuse-unknown-types.ts';
import type { FileOutcome, WrittenTable } from './file-outcome.ts';
import { namesBefore, putInPlace } from './place-files.ts';
import { sealFiles } from './seal-files.ts';
import { writeTmdbNotice } from './tmdb-notice.ts';
import { writeCatalog } from './write-catalog.ts';
import { writeDuckdb } from './write-duckdb.ts';
import { writeTables } from './write-tables.ts';

export const FILE_FORMATS = ['parquet', 'csv', 'ndjson', 'duckdb', 'catalog'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface FileExportOptions {
  format: FileFormat;
  /** The folder that gets the files, an absolute path. */
  out: string;
  folders: Folders;
  manifest: Manifest;
  selection: Selection;
  /** The file that names the rows which `dropDangling` leaves out. */
  danglingReport?: string | undefined;
  memoryLimit: string;
  threads: number;
  /** Told of each table that is written. */
  onWritten: (table: WrittenTable) => void;
  signal: AbortSignal;
  /** The time by which rows of TMDB's are too old or not; the present one if it is not given. */
  now?: () => Date;
}

const LOADING = '.export-loading';
const LOCK = '.export-lock';
/** Names that are there while an export runs, and after one that was killed. */
const RUNNING = [LOADING, LOCK, `${LOCK}-journal`];

const WRITERS = {
  parquet: writeTables,
  csv: writeTables,
  ndjson: writeTables,
  duckdb: writeDuckdb,
  catalog: writeCatalog,
};

/** Writes the tables of a build as files into a folder, in the place of those of the last export. */
export async function exportFiles(options: FileExportOptions): Promise<FileOutcome> {
  const { format, out, manifest, selection, signal, now = () => new Date() } = options;
  const target = `${format} files in ${out}`;
  try {
    refuseWithoutTmdb(manifest, { selection, now: now() });
    await mkdir(out, { recursive: true });
    // Before the lock, which is a file: a folder of somebody else stays as it is.
    await namesBefore(out, RUNNING);
    const release = createIngestLock(join(out, LOCK)).acquire();
    if (release === null) throw new ExportFailed('BUSY', `another export into ${out} is running`);
    try {
      return { target, ...(await writeAll(options)) };
    } finally {
      release();
    }
  } catch (error) {
    if (signal.aborted) return { status: 'cancelled', buildId: manifest.buildId, target };
    const failure = fileFailure(error, target);
    if (!(failure instanceof ExportFailed)) throw error;
    return { status: failure.kind === 'BUSY' ? 'busy' : 'failed', reason: failure.message, target };
  }
}

/** Makes the files in a folder inside of `out` and moves them to their names when all are whole. */
async function writeAll(options: FileExportOptions) {
  const { format, out, manifest, selection, danglingReport, signal } = options;
  const before = await namesBefore(out, RUNNING);
  const loading = join(out, LOADING);
  await rm(loading, { recursive: true, force: true });
  await mkdir(loading);
  try {
    let tables: readonly WrittenTable[];
    let dangling: Dangling | undefined;
    // A catalog reads no rows: it leads to the files.
    if (format !== 'catalog') await refuseDamaged(options.folders, { ...options, besides: ['similar_titles'] });
    const source = await openSource({ ...options, writes: [loading] });
    try {
      await refuseUnknownTypes(source, selection);
      if (selection.dropDangling === true) {
        const report = { tables: selectedTables(selection), selection, report: danglingReport };
        dangling = await reportDangling(source, report);
      }
      tables = await WRITERS[format](source, { ...options, out: loading });
    } finally {
      await source.close();
    }
    const tmdb = tmdbOf(manifest, selection);
    const notices = tmdb === undefined ? [] : [await writeTmdbNotice(loading, tmdb)];
    const files = await sealFiles(loading, signal);
    signal.throwIfAborted();
    const record = { buildId: manifest.buildId, format, selection, tables, notices, files };
    await putInPlace(record, { out, loading, before });
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return {
      status: 'exported',
      buildId: manifest.buildId,
      tables,
      files: files.length,
      bytes,
      dangling,
      tmdb,
    } as const;
  } finally {
    await rm(loading, { recursive: true, force: true });
  }
}
