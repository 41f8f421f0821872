import type { FileRecord, Manifest, PartRecord } from '../../dataset/builds/manifest.ts';
import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';

/** The files of a build's tables. */
export interface TableFiles {
  /** The folder of the build. */
  folder: string;
  /** The files of a table that may hold rows of some keys, in the order of the table. */
  holding(table: TableName, keys: readonly number[]): string[];
}

export function tableFilesOf(folder: string, { tables }: Pick<Manifest, 'tables'>): TableFiles {
  const filesOf = new Map(tables.map((table) => [table.name, filesOfTable(table).map(toRange)] as const));
  return {
    folder,
    holding(table, keys) {
      const ranges = filesOf.get(table) ?? [];
      const found = new Set<number>();
      for (const key of keys) {
        let at = lastFrom(ranges, key);
        if (at < 0) continue;
        found.add(at);
        // The key may begin in the part before, or in one before that.
        for (; at > 0 && ranges[at]?.from === key; at -= 1) found.add(at - 1);
      }
      return [...found].sort((one, other) => one - other).map((at) => ranges[at]?.file ?? '');
    },
  };
}

/** A file and its first key. */
interface Range {
  file: string;
  from: number;
}

/** A table of one file may have any key in it. */
function toRange(record: FileRecord | PartRecord): Range {
  return { file: record.file, from: 'from' in record ? record.from : -Infinity };
}

/** The last file that begins at a key or before it, by binary search; -1 where there is none. */
function lastFrom(ranges: readonly Range[], key: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.from ?? 0) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
