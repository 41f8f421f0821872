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

/** What the settings select. @throws UsageError for a table that there is not. */
export function exportSelection({ exports: { tables, types, minVotes, danglingReport, tmdb } }: Config): Selection {
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
