import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, tableFile } from '../../dataset/layout.ts';
import type { TableRecord } from '../../dataset/manifest.ts';
import type { Table, TableName } from '../../dataset/tables.ts';
import { fileRecord } from './file-record.ts';
import type { Parts } from './index-job.ts';
import { isUnchanged, linkOrCopy } from './reuse.ts';

/** Takes a table's file from a build before. Undefined where there is none to take: then it has to be made. */
export async function takeTable({ name, earlierOf }: Table, parts: Parts): Promise<TableRecord | undefined> {
  if (earlierOf !== undefined) return takeEarlier({ name, earlierOf }, parts);
  const same = parts.reuse.table(name);
  if (same !== undefined) await parts.reuse.take(same, parts.folder);
  return same;
}

/**
 * A table of the past: that of the build before where the sources are still those, else the table it is the past of. It
 * cannot be made anew, so that a build which is damaged elsewhere will do, and one of an older format, whose tables are
 * read as they are. It may be done without: where its file is gone or another than the manifest says, the log says so.
 */
async function takeEarlier(
  { name, earlierOf }: { name: TableName; earlierOf: TableName },
  { folder, options: { served, files, folders, log, signal } }: Parts,
): Promise<TableRecord | undefined> {
  if (served === undefined) return undefined;
  const from = isUnchanged(earlierOf, { before: served, files }) ? name : earlierOf;
  const record = served.tables.find((table) => table.name === from);
  if (record === undefined) return undefined;
  const file = tableFile(name);
  try {
    await linkOrCopy(join(buildFolder(folders, served.buildId), record.file), join(folder, file));
    const found = await fileRecord(file, { folder, signal });
    if (found.sha256 !== record.sha256) throw new Error('it has another checksum than the manifest');
    return { name, rows: record.rows, ...found };
  } catch (error) {
    signal?.throwIfAborted();
    await rm(join(folder, file), { force: true });
    log.warn({ event: 'earlier table lost', table: name, buildId: served.buildId, file: record.file, err: error });
    return undefined;
  }
}
