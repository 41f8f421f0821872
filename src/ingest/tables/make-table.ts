import { join } from 'node:path';

import { buildFolder } from '../../dataset/builds/paths.ts';
import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { TableFacts } from '../../dataset/builds/manifest.ts';
import { SOURCES } from '../../dataset/sources/imdb.ts';
import type { CanonicalTableName } from '../../dataset/tables/table-names.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import { Failed, reasonOf, Rejected } from '../outcomes/outcome.ts';
import { parsedColumns } from './parsing/parsed-columns.ts';
import type { Parts } from '../jobs/file-job.ts';
import { readSource } from './read-source.ts';
import { reportOddInput } from './odd-input/report-odd-input.ts';
import { KEY_SOURCES, SERVING_TABLES } from './serving-tables.ts';
import { compareBuilds } from './compare-builds.ts';
import type { Comparison } from './earlier-builds.ts';
import { makeSimilarTitles } from '../similar/make-similar-titles.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { writeTable } from './writing/write-table.ts';

export interface TableToMake {
  table: Table;
  folder: string;
  /** The builds that a table of changes compares. */
  compared: Comparison | undefined;
}

/**
 * Makes a table of the build: from its source, by a SELECT over other tables, or by what its rows need besides.
 * @throws Rejected or Failed with one line that names the file or table.
 */
export async function makeTable(
  database: WorkConnection,
  { table, files, compared, ...options }: Parts['options'] & TableToMake,
): Promise<Omit<TableFacts, 'name'>> {
  const { folder } = options;
  const source = SOURCES.find(({ name }) => name === table.from);
  if (source !== undefined) {
    const columns = parsedColumns(table.name as CanonicalTableName);
    const file = files.get(source.name);
    const [before] = options.earlier ?? [];
    const record = before?.tables.find(({ name }) => name === table.name);
    const served =
      before &&
      record &&
      filesOfTable(record).map((one) => join(buildFolder(options.folders, before.buildId), one.file));
    const reading = { ...options, source, path: file?.path, odd: file?.odd, table, columns, served };
    const made = await readSource(database, reading);
    reportOddInput(made, { ...options, source: source.name });
    return made;
  }
  try {
    if (table.name === 'similar_titles')
      return await makeSimilarTitles(database, { ...options, table, withTmdb: false });
    const name = table.name as keyof typeof SERVING_TABLES;
    if (table.comparesBuilds === true) {
      const select = await compareBuilds(database, compared);
      const since = compared === undefined ? [] : [compared.before, ...compared.older];
      return { rows: await writeTable(database, { table, select, folder }), since };
    }
    return {
      rows: await writeTable(database, { table, select: SERVING_TABLES[name], folder, over: KEY_SOURCES[name] }),
    };
  } catch (error) {
    if (error instanceof Rejected) throw error;
    throw new Failed(`table ${table.name}: ${reasonOf(error)}`, { cause: error });
  }
}
