import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { buildFolder, commandOver } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { checkFile } from '../../storage/damage/check-file.ts';
import { ExportFailed } from '../export-failed.ts';
import { CHOSEN_BY, TMDB_CHOSEN_BY } from '../shape/chosen-by.ts';
import { choosesTitles, selectedTables, selectedTmdbTables } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';

export interface Checked {
  manifest: Manifest;
  selection: Selection;
  /** Tables that are read besides those of the selection. */
  besides?: readonly string[];
  signal: AbortSignal;
}

/**
 * Reads the files of the tables that an export reads against their checksums: DuckDB would take a changed byte of
 * Parquet as data. @throws ExportFailed `DAMAGED`
 */
export async function refuseDamaged(
  folders: Folders,
  { manifest, selection, besides = [], signal }: Checked,
): Promise<void> {
  const names = new Set<string>([...selectedTables(selection).map(({ from }) => from), ...besides]);
  if (choosesTitles(selection) || selection.dropDangling === true) {
    const ofTmdb = selectedTmdbTables(selection).length === 0 ? [] : TMDB_CHOSEN_BY;
    for (const name of [...CHOSEN_BY, ...ofTmdb]) names.add(name);
  }
  const folder = buildFolder(folders, manifest.buildId);
  for (const record of manifest.tables.filter(({ name }) => names.has(name)).flatMap(filesOfTable)) {
    const damage = await checkFile(folder, { ...record, signal });
    if (damage !== undefined) {
      throw new ExportFailed(
        'DAMAGED',
        `the file ${record.file} of build ${manifest.buildId} ${damage}: nothing was exported; ${commandOver(folders, 'repair')} makes it anew`,
      );
    }
  }
}
