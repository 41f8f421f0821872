import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Manifest } from '../../dataset/builds/manifest.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { durableRename, fsync, readJson, replaceJson } from '../../storage/files/durable.ts';
import { ExportFailed } from '../export-failed.ts';
import type { Selection } from '../shape/selection.ts';
import { openSource } from '../source/open-source.ts';
import { writeCatalog } from './write-catalog.ts';
import { writeDuckdb } from './write-duckdb.ts';
import { writeTables } from './write-tables.ts';
import type { WrittenFile } from './write-tables.ts';

export const FILE_FORMATS = ['parquet', 'csv', 'ndjson', 'duckdb', 'catalog'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface FileExportOptions {
  format: FileFormat;
  /** The folder that gets the files. */
  out: string;
  folders: Folders;
  manifest: Manifest;
  selection: Selection;
  memoryLimit: string;
  threads: number;
  /** Told of each file that is written. */
  onWritten: (file: WrittenFile) => void;
  signal: AbortSignal;
}

/** Says what an export has put into a folder, and that the folder is one. */
const RECORD_FILE = 'export.json';
const LOADING = '.loading';

/**
 * Writes the tables of a build as files. They are made in a folder inside of `out` and moved to their names when all are
 * whole, each at once; the files of the export before that are not made again go. Answers with what was written.
 * @throws ExportFailed where the folder holds files of somebody else.
 */
export async function exportFiles(options: FileExportOptions): Promise<readonly WrittenFile[]> {
  const { format, out, manifest, signal } = options;
  const before = await filesBefore(out);
  const loading = join(out, LOADING);
  await rm(loading, { recursive: true, force: true });
  await mkdir(loading, { recursive: true });
  try {
    const source = await openSource({ ...options, writes: [loading] });
    let written: readonly WrittenFile[];
    try {
      const write = {
        parquet: writeTables,
        csv: writeTables,
        ndjson: writeTables,
        duckdb: writeDuckdb,
        catalog: writeCatalog,
      };
      written = await write[format](source, { ...options, out: loading });
    } finally {
      await source.close();
    }
    signal.throwIfAborted();
    for (const { file } of written) {
      // A folder of parts cannot be renamed over one that has some.
      await rm(join(out, file), { recursive: true, force: true });
      await durableRename(join(loading, file), join(out, file));
    }
    const kept = new Set(written.map(({ file }) => file));
    for (const file of before) if (!kept.has(file)) await rm(join(out, file), { recursive: true, force: true });
    await replaceJson(join(out, RECORD_FILE), { buildId: manifest.buildId, format, files: written });
    await fsync(out);
    return written;
  } finally {
    await rm(loading, { recursive: true, force: true });
  }
}

/** The files of the export before. @throws ExportFailed where others are there too. */
async function filesBefore(out: string): Promise<readonly string[]> {
  const there = (await readdir(out).catch(() => [])).filter((name) => name !== LOADING);
  const record = (await readJson(join(out, RECORD_FILE)).catch(() => undefined)) as
    { files?: WrittenFile[] } | undefined;
  const ours = new Set([RECORD_FILE, ...(record?.files ?? []).map(({ file }) => file)]);
  const others = there.filter((name) => !ours.has(name));
  if (others.length > 0) {
    throw new ExportFailed(
      'REFUSED',
      `${out} holds files that no export has written, such as ${others[0] ?? ''}: give --out an empty or a new folder`,
    );
  }
  return (record?.files ?? []).map(({ file }) => file);
}
