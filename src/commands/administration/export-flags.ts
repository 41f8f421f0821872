import { UsageError } from '../../errors.ts';
import type { FileFormat } from '../../export/files/export-files.ts';
import type { ExportTableName } from '../../export/shape/export-tables.ts';
import { refuseUnknownTables } from '../../export/shape/selection.ts';
import type { Selection } from '../../export/shape/selection.ts';

/** The flags of `marquee export`. */
export interface ExportFlags {
  to?: string;
  format?: FileFormat;
  /** A folder. */
  out?: string;
  /** The file of the report. */
  dropDangling?: string;
  only?: ExportTableName[];
  types?: string[];
  minVotes?: number;
  /** Whether TMDB's data is exported too; as EXPORT_TMDB says if neither --tmdb nor --no-tmdb is given. */
  tmdb?: boolean;
  replace?: boolean;
  foreignKeys?: boolean;
  parallel?: number;
}

/**
 * What the flags select, over what the settings do; undefined where they say nothing.
 * @throws UsageError for a table that there is not.
 */
export function selectionOf(flags: ExportFlags, settings: Selection): Selection | undefined {
  const { only, types, minVotes, dropDangling, tmdb = settings.tmdb } = flags;
  refuseUnknownTables({ only, tmdb }, '--only');
  const says = only !== undefined || types !== undefined || minVotes !== undefined;
  if (!says && dropDangling === undefined && flags.tmdb === undefined) return undefined;
  // The tables of the settings may be some that this export is to leave out.
  if (!says) refuseUnknownTables({ only: settings.only, tmdb }, 'EXPORT_TABLES');
  const { tmdb: _, ...others } = settings;
  return {
    ...(says ? { only, types, minVotes } : others),
    ...(dropDangling !== undefined && { dropDangling: true }),
    ...(tmdb === true && { tmdb }),
  };
}

/** The flags of an export as files; undefined for one into databases. @throws UsageError where they do not fit. */
export function filesOf({
  to,
  format,
  out,
  only,
  types,
  minVotes,
  dropDangling,
  replace,
  parallel,
  foreignKeys,
}: ExportFlags): { format: FileFormat; out: string } | undefined {
  if (format === undefined && out === undefined) return undefined;
  if (to !== undefined)
    throw new UsageError('--to is for a database, --format and --out are for files: give one of the two.');
  if (format === undefined) throw new UsageError('--out needs --format: parquet, csv, ndjson, duckdb or catalog.');
  if (out === undefined) throw new UsageError(`--format ${format} needs --out <folder>, an empty or a new one.`);
  if (replace === true || parallel !== undefined || foreignKeys === false) {
    throw new UsageError(
      '--replace, --parallel and --no-foreign-keys are for databases: leave them out with --format.',
    );
  }
  const selects = only !== undefined || types !== undefined || minVotes !== undefined || dropDangling !== undefined;
  if (format === 'catalog' && selects) {
    throw new UsageError(
      '--format catalog shows the whole build where it is: --only, --types, --min-votes and --drop-dangling do not go with it.',
    );
  }
  return { format, out };
}
