import type { Config } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import type { FileFormat } from '../../export/files/export-files.ts';
import type { ExportTableName } from '../../export/shape/export-tables.ts';
import { refuseUnknownTables } from '../../export/shape/selection.ts';
import type { Selection } from '../../export/shape/selection.ts';
import { exportSelection } from '../../service/exports/requested-exports.ts';

/** The flags of `marquee export`. */
export interface ExportFlags {
  to?: string;
  /** A folder, instead of DATA_DIR. */
  dataDir?: string;
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
 * @throws UsageError for a table that there is not, or that is left out.
 */
export function selectionOf(flags: ExportFlags, config: Config): Selection | undefined {
  const { only, types, minVotes, dropDangling, tmdb = config.exports.tmdb } = flags;
  const says = only !== undefined || types !== undefined || minVotes !== undefined;
  if (!says && dropDangling === undefined && flags.tmdb === undefined) return undefined;
  const given = says ? { only, types, minVotes, ...(tmdb && { tmdb }) } : exportSelection(config, tmdb);
  if (says) refuseUnknownTables(given, '--only');
  return { ...given, ...(dropDangling !== undefined && { dropDangling: true }) };
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
