import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { durableRename, fsync, isMissing, readJson, replaceJson } from '../../storage/files/durable.ts';
import { ExportFailed } from '../export-failed.ts';
import type { Selection } from '../shape/selection.ts';
import type { SealedFile, WrittenTable } from './file-outcome.ts';

/** Says what an export has put into a folder, and that the folder is one. */
const RECORD_FILE = 'export.json';

/** What `export.json` holds. */
export interface ExportRecord {
  buildId: string;
  format: string;
  selection: Selection;
  tables: readonly WrittenTable[];
  /** Names of files that say what goes with the data. */
  notices: readonly string[];
  files: readonly SealedFile[];
  /** Names of exports, while the files of the new one are not all in their places. */
  replacing?: readonly string[];
}

/** The names that exports before have written. @throws ExportFailed where others are there too, besides `known`. */
export async function namesBefore(out: string, known: readonly string[]): Promise<readonly string[]> {
  const record = (await readJson(join(out, RECORD_FILE))) as Partial<ExportRecord> | null | undefined;
  const written = [
    ...(record?.tables ?? []).map(({ file }) => file),
    ...(record?.notices ?? []),
    ...(record?.replacing ?? []),
  ];
  // A record that somebody has changed leads to no other folder.
  const ours = written.filter((name) => name === basename(name));
  const expected = new Set([RECORD_FILE, `${RECORD_FILE}.new`, ...known, ...ours]);
  const other = (await readdir(out)).find((name) => !expected.has(name));
  if (other !== undefined) {
    throw new ExportFailed(
      'REFUSED',
      `${out} holds files that no export has written, such as ${other}: give --out an empty or a new folder`,
    );
  }
  return [...new Set(ours)];
}

/**
 * Moves files from the folder `loading` to their names, each at once, and removes those of the exports before. The
 * record tells first which names are ours, for a run after one that was killed here.
 */
export async function putInPlace(
  record: ExportRecord,
  { out, loading, before }: { out: string; loading: string; before: readonly string[] },
): Promise<void> {
  const names = [...record.tables.map(({ file }) => file), ...record.notices];
  const path = join(out, RECORD_FILE);
  await replaceJson(path, { ...record, replacing: [...before, ...names] });
  for (const name of names) {
    // A folder of parts cannot be renamed over one that has some.
    if (await isFolder(join(out, name))) await rename(join(out, name), join(loading, `old-${name}`));
    await durableRename(join(loading, name), join(out, name));
  }
  for (const name of before) if (!names.includes(name)) await rm(join(out, name), { recursive: true, force: true });
  await replaceJson(path, record);
  await fsync(out);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
