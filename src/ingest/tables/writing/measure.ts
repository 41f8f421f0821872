import type { Measures } from '../../../dataset/builds/manifest.ts';
import { TABLES } from '../../../dataset/tables/tables.ts';
import type { TableName } from '../../../dataset/tables/table-names.ts';
import { CREDIT_CATEGORIES, GENRES, TITLE_TYPES } from '../../../dataset/words/vocabulary.ts';
import { literal } from '../../jobs/work-database.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';
import { tableList } from './table-files.ts';

/** For each reference, the share of its rows (0 to 1) that point to nothing. */
const DANGLING: Record<string, string> = {
  // Those of people that are there have been counted.
  'principals.nconst': `SELECT (rows - coalesce(found, 0)) / rows AS share
    FROM (SELECT nullif(count(*), 0)::DOUBLE AS rows FROM principals), (SELECT sum(credits)::DOUBLE AS found FROM person_cards)`,
  'principals.tconst': 'SELECT avg((titleType IS NULL)::INTEGER) AS share FROM credits_by_person',
  'episodes.parentTconst': missing('episodes', 'parentTconst'),
  'episodes.tconst': missing('episodes', 'tconst'),
  'ratings.tconst': missing('ratings', 'tconst'),
  'crew.tconst': missing('crew', 'tconst'),
  'akas.tconst': missing('akas', 'tconst'),
  // Of every sixteenth person, which tells as much in a fraction of the time.
  'names.knownForTitles': missing(
    '(SELECT unnest(knownForTitles) AS title FROM names WHERE nconst % 16 = 0) AS known',
    'title',
  ),
};

/** Words that the vocabulary does not know, each with the number of its rows. */
const UNKNOWN: Record<string, string> = {
  titleType: unknownWords('SELECT titleType AS word FROM titles', TITLE_TYPES),
  category: unknownWords('SELECT category AS word FROM principals', CREDIT_CATEGORIES),
  genre: unknownWords('SELECT unnest(genres) AS word FROM titles', GENRES),
};

/** What the guards compare with the last build, and what the operator should hear of. */
export async function measure(database: WorkConnection, folder: string): Promise<Measures> {
  const dangling: Record<string, number> = {};
  for (const [reference, sql] of Object.entries(DANGLING)) {
    const [row] = await database.rows(sql);
    dangling[reference] = Number(row?.share ?? 0);
  }
  const nulls: Record<string, number> = {};
  for (const { name, from } of TABLES) {
    if (typeof from !== 'string') continue;
    Object.assign(nulls, await nullShares(database, { table: name, folder }));
  }
  const unknown: Record<string, Record<string, number>> = {};
  for (const [column, sql] of Object.entries(UNKNOWN)) {
    const rows = await database.rows(sql);
    unknown[column] = Object.fromEntries(rows.map(({ word, rows: count }) => [String(word), Number(count)]));
  }
  return { dangling, nulls, unknown };
}

/**
 * From the statistics of the Parquet file, without a scan. A list is a path, `genres, list, element`, whose nulls are
 * the rows without a list and those with an empty one: no table has nulls in its lists.
 */
export async function nullShares(
  database: WorkConnection,
  { table, folder }: { table: TableName; folder: string },
): Promise<Record<string, number>> {
  const rows = await database.rows(
    `SELECT split_part(path_in_schema, ',', 1) AS name,
       sum(stats_null_count)::DOUBLE / greatest(sum(row_group_num_rows), 1) AS share
     FROM parquet_metadata(${tableList(folder, table)})
     GROUP BY name HAVING sum(stats_null_count) IS NOT NULL`,
  );
  return Object.fromEntries(rows.map(({ name, share }) => [`${table}.${String(name)}`, Number(share)]));
}

/** Of the rows of a table, those whose reference is no title. */
function missing(table: string, reference: string): string {
  return `SELECT avg((found IS NULL)::INTEGER) AS share
    FROM ${table} LEFT JOIN (SELECT tconst AS found FROM titles) ON ${reference} = found`;
}

function unknownWords(words: string, vocabulary: Record<string, string>): string {
  const known = Object.values(vocabulary).map(literal).join(', ');
  return `SELECT word, count(*) AS rows FROM (${words}) WHERE word NOT IN (${known}) GROUP BY word ORDER BY word`;
}
