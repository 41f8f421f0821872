import { buildFolder, tableFile } from '../../dataset/layout.ts';
import type { TableRecord } from '../../dataset/manifest.ts';
import type { Table, TableName } from '../../dataset/tables.ts';
import type { Parts } from './index-job.ts';
import { isUnchanged, takeWhole } from './reuse.ts';

/** Takes a table's file from a build before. Undefined where there is none to take: then it has to be made. */
export async function takeTable({ name, earlierOf }: Table, parts: Parts): Promise<TableRecord | undefined> {
  if (earlierOf !== undefined) return takeEarlier({ name, earlierOf }, parts);
  const same = parts.reuse.table(name);
  return same !== undefined && (await parts.reuse.take(same, parts.folder)) ? same : undefined;
}

/**
 * A table of the past: that of the build before where the sources are still those, else the table it is the past of. It
 * cannot be made anew, so that a build which is damaged elsewhere will do, one of an older format, whose tables are read
 * as they are, and another build that has the same past. It may be done without: where its file is gone or another than
 * the manifest says, the log says so.
 */
async function takeEarlier(
  { name, earlierOf }: { name: TableName; earlierOf: TableName },
  { folder, options: { earlier = [], files, folders, log, signal } }: Parts,
): Promise<TableRecord | undefined> {
  const as = tableFile(name);
  for (const build of earlier) {
    const { buildId } = build;
    const from = isUnchanged(earlierOf, { before: build, files }) ? name : earlierOf;
    const record = build.tables.find((table) => table.name === from);
    if (record === undefined) continue;
    const { rows, bytes, sha256 } = record;
    const reason = await takeWhole(record, { from: buildFolder(folders, buildId), folder, as, signal });
    if (reason === undefined) return { name, rows, file: as, bytes, sha256 };
    log.warn({ event: 'earlier table lost', table: name, buildId, file: record.file, reason });
    // What was before that is another past.
    if (from === earlierOf) break;
  }
  return undefined;
}
