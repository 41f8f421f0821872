import { buildFolder, tableFile } from '../../dataset/builds/layout.ts';
import type { TableRecord } from '../../dataset/builds/manifest.ts';
import type { Table, TableName } from '../../dataset/tables/tables.ts';
import { markDamage } from '../../storage/mark-damage.ts';
import type { Parts } from '../jobs/index-job.ts';
import { isUnchanged, takeWhole } from '../jobs/reuse.ts';

/** Takes a table's file from a build before. Undefined where there is none to take: then it has to be made. */
export async function takeTable({ name, earlierOf }: Table, parts: Parts): Promise<TableRecord | undefined> {
  if (earlierOf !== undefined) return takeEarlier({ name, earlierOf }, parts);
  const same = parts.reuse.table(name);
  return same !== undefined && (await parts.reuse.take(same, parts.folder)) ? same : undefined;
}

/**
 * A table of the past: that of the build before where the sources are still those, else the table it is the past of. It
 * cannot be made anew, so that a build which is damaged elsewhere will do, one of an older format, whose tables are read
 * as they are, and any other that has the same table. It may be done without: where its file is gone or another than the
 * manifest says, the log says so.
 */
async function takeEarlier(
  { name, earlierOf }: { name: TableName; earlierOf: TableName },
  { folder, options: { earlier = [], files, folders, log, signal } }: Parts,
): Promise<TableRecord | undefined> {
  const [served] = earlier;
  if (served === undefined) return undefined;
  const from = isUnchanged(earlierOf, { before: served, files }) ? name : earlierOf;
  const wanted = served.tables.find((table) => table.name === from);
  if (wanted === undefined) return undefined;
  const as = tableFile(name);
  for (const { buildId, tables } of earlier) {
    for (const record of tables) {
      if (record.sha256 !== wanted.sha256 || ![name, earlierOf].includes(record.name)) continue;
      const reason = await takeWhole(record, { from: buildFolder(folders, buildId), folder, as, signal });
      if (reason === undefined)
        return { name, rows: wanted.rows, file: as, bytes: wanted.bytes, sha256: wanted.sha256 };
      log.warn({ event: 'earlier table lost', table: name, buildId, file: record.file, reason });
      await markDamage(folders, { buildId, file: record.file, reason, signal });
    }
  }
  return undefined;
}
