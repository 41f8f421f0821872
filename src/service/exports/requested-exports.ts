import type { Config } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import type { ExportTableName } from '../../export/shape/export-tables.ts';
import type { Selection } from '../../export/shape/selection.ts';
import { refuseUnknownTables } from '../../export/shape/selection.ts';
import { parseTarget } from '../../export/targets/target.ts';
import type { Target } from '../../export/targets/target.ts';

/** The targets of the settings, or the one that is given. @throws UsageError where there is none, or one is wrong. */
export function exportTargets({ exports }: Config, to?: string): readonly Target[] {
  const addresses = to === undefined ? exports.targets : [to];
  if (addresses.length === 0) {
    throw new UsageError('There is no target: give --to <address>, or set EXPORT_URL. deploy/EXPORTS.md has examples.');
  }
  return addresses.map(parseTarget);
}

/**
 * What the settings select, with TMDB's data or without it as one export wants it; as the settings say if it is not given.
 * @throws UsageError for a table of the settings that there is not, or that is left out.
 */
export function exportSelection({ exports }: Config, tmdb = exports.tmdb): Selection {
  const { tables, types, minVotes, danglingReport } = exports;
  const selection: Selection = {
    only: tables as readonly ExportTableName[] | undefined,
    types,
    minVotes,
    ...(danglingReport !== undefined && { dropDangling: true }),
    ...(tmdb && { tmdb }),
  };
  refuseUnknownTables(selection, 'EXPORT_TABLES');
  return selection;
}
