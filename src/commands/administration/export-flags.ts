import type { ExportTableName } from '../../export/shape/export-tables.ts';
import type { Selection } from '../../export/shape/selection.ts';

/** The flags of `marquee export`. */
export interface ExportFlags {
  to?: string;
  only?: ExportTableName[];
  types?: string[];
  minVotes?: number;
  replace?: boolean;
  foreignKeys?: boolean;
  parallel?: number;
}

/** What the flags select; undefined where they say nothing, so that the settings do. */
export function selectionOf({ only, types, minVotes }: ExportFlags): Selection | undefined {
  if (only === undefined && types === undefined && minVotes === undefined) return undefined;
  return { only, types, minVotes };
}
