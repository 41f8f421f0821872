import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, partsFolder, tableFile } from '../../dataset/builds/paths.ts';
import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { TableRecord } from '../../dataset/builds/manifest.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import { markDamage } from '../../storage/damage/mark-damage.ts';
import type { Parts } from '../jobs/file-job.ts';
import { mostEarlier } from './earlier-builds.ts';
import { isUnchanged, takeFile } from '../jobs/reuse.ts';

/** Takes a table's file from a build before. Undefined where there is none to take: then it has to be made. */
export async function takeTable(
  { name, earlierOf, comparesBuilds = false, inParts }: Table,
  parts: Parts,
): Promise<TableRecord | undefined> {
  if (earlierOf !== undefined) return takeEarlier({ name, earlierOf }, parts);
  const same = parts.reuse.table(name);
  if (same === undefined) return undefined;
  if (inParts !== undefined) await mkdir(join(parts.folder, partsFolder(name)), { recursive: true });
  for (const file of filesOfTable(same)) if (!(await parts.reuse.take(file, parts.folder))) return undefined;
  return comparesBuilds ? withBefore(same, parts) : same;
}

/** A table of changes in a build of the same rows as the build before: since that one nothing has changed. */
function withBefore(
  { since = [], ...same }: TableRecord,
  { options: { earlier = [], keepBuilds } }: Parts,
): TableRecord {
  const before = earlier.slice(0, 1).map(({ buildId, builtAt }) => ({ buildId, builtAt }));
  return { ...same, since: [...before, ...since].slice(0, mostEarlier({ isSame: true, keepBuilds })) };
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
  // Tables of ratings have one file each.
  const [whole] = filesOfTable(wanted);
  if (whole === undefined) return undefined;
  for (const { buildId, tables } of earlier) {
    for (const record of tables.filter((table) => [name, earlierOf].includes(table.name)).flatMap(filesOfTable)) {
      if (record.sha256 !== whole.sha256) continue;
      const reason = await takeFile(record, { from: buildFolder(folders, buildId), folder, as, signal });
      if (reason === undefined) return { name, rows: wanted.rows, file: as, bytes: whole.bytes, sha256: whole.sha256 };
      log.warn({ event: 'earlier table lost', table: name, buildId, file: record.file, reason });
      await markDamage(folders, { buildId, file: record.file, reason, signal });
    }
  }
  return undefined;
}
