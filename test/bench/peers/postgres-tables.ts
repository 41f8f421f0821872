import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import type { Postgres } from '../../support/databases/postgres.ts';

interface PostgresTable {
  name: string;
  columns: string;
  /** Its rows, from the Parquet tables of a build in the folder `$tables`. */
  rows: string;
  /** Keys and indexes, made after the rows are in. */
  keys: readonly string[];
  /** Smart tags of PostGraphile: relations without constraints, as references dangle, and short names. */
  tags: string;
}

const TITLE = '@foreignKey (tconst) references titles (tconst)|@fieldName title';
const array = (column: string): string =>
  String.raw`'{' || array_to_string(list_transform(${column}, lambda x: '"' || replace(replace(x, '\', '\\'), '"', '\"') || '"'), ',') || '}'`;

/**
 * The data as a good DBA lays it out for these reads: integer keys, indexes in the order of each list, and beside
 * each credit the votes and the year it is ordered by.
 */
const TABLES: readonly PostgresTable[] = [
  {
    name: 'titles',
    columns: `tconst int NOT NULL, title_type text NOT NULL, primary_title text, original_title text, is_adult boolean,
      start_year int, end_year int, runtime_minutes int, genres text[]`,
    rows: `SELECT tconst, titleType, primaryTitle, originalTitle, isAdult, startYear, endYear, runtimeMinutes,
      ${array('genres')} FROM '$tables/titles.parquet'`,
    keys: [
      'ALTER TABLE titles ADD PRIMARY KEY (tconst)',
      `COMMENT ON CONSTRAINT titles_pkey ON titles IS '@fieldName title'`,
    ],
    tags: '',
  },
  {
    name: 'ratings',
    columns: 'tconst int NOT NULL, average_rating real NOT NULL, num_votes int NOT NULL',
    rows: `SELECT tconst, averageRating, numVotes FROM '$tables/ratings.parquet'`,
    keys: ['ALTER TABLE ratings ADD PRIMARY KEY (tconst)', 'CREATE INDEX ON ratings (num_votes DESC)'],
    tags: `${TITLE}|@foreignSingleFieldName rating`,
  },
  {
    name: 'names',
    columns: 'nconst int NOT NULL, primary_name text, birth_year int, death_year int',
    rows: `SELECT nconst, primaryName, birthYear, deathYear FROM '$tables/names/*.parquet'`,
    keys: [
      'ALTER TABLE names ADD PRIMARY KEY (nconst)',
      `COMMENT ON CONSTRAINT names_pkey ON names IS '@fieldName person'`,
    ],
    tags: '@name person',
  },
  {
    name: 'principals',
    columns: `tconst int NOT NULL, ordering int NOT NULL, nconst int NOT NULL, category text NOT NULL, job text,
      characters text[], votes int NOT NULL, year int NOT NULL`,
    rows: `SELECT tconst, ordering, nconst, category, job, ${array('characters')}, coalesce(numVotes, 0),
      coalesce(startYear, 0) FROM '$tables/principals/*.parquet'
      LEFT JOIN (SELECT tconst, numVotes, startYear FROM '$tables/title_cards/*.parquet') USING (tconst)`,
    keys: [
      'ALTER TABLE principals ADD PRIMARY KEY (tconst, ordering)',
      'CREATE INDEX ON principals (nconst, votes DESC, tconst, ordering)',
      'CREATE INDEX ON principals (nconst, year DESC, tconst, ordering)',
      `COMMENT ON COLUMN principals.votes IS '@behavior orderBy'`,
      `COMMENT ON COLUMN principals.year IS '@behavior orderBy'`,
    ],
    tags: `${TITLE}|@foreignFieldName credits\n@foreignKey (nconst) references names (nconst)|@fieldName person|@foreignFieldName credits`,
  },
  {
    name: 'episodes',
    columns: 'tconst int NOT NULL, parent_tconst int NOT NULL, season_number int, episode_number int',
    rows: `SELECT tconst, parentTconst, seasonNumber, episodeNumber FROM '$tables/episodes.parquet' WHERE parentTconst IS NOT NULL`,
    keys: [
      'ALTER TABLE episodes ADD PRIMARY KEY (tconst)',
      'CREATE INDEX ON episodes (parent_tconst, season_number, episode_number, tconst)',
      `COMMENT ON COLUMN episodes.season_number IS '@behavior orderBy'`,
      `COMMENT ON COLUMN episodes.episode_number IS '@behavior orderBy'`,
    ],
    tags: `${TITLE}|@foreignSingleFieldName episode\n@foreignKey (parent_tconst) references titles (tconst)|@fieldName series|@foreignFieldName episodes`,
  },
];

const FUNCTIONS = `CREATE FUNCTION titles_by_ids(ids int[]) RETURNS SETOF titles LANGUAGE sql STABLE
  AS 'SELECT * FROM titles WHERE tconst = ANY(ids)'`;

/** Fills a database with the data of a build: rows by COPY, then keys and indexes, then statistics. */
export async function loadPostgres(
  postgres: Postgres,
  { tables, folder }: { tables: string; folder: string },
): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '4GiB' });
  const connection = await instance.connect();
  try {
    for (const { name, columns, rows, keys, tags } of TABLES) {
      const file = join(folder, `${name}.csv`);
      await connection.run(`COPY (${rows.replaceAll('$tables', quoted(tables))}) TO '${quoted(file)}' (HEADER false)`);
      // In one transaction with the table's creation, COPY writes no log of its rows.
      await postgres.psql(
        'BEGIN',
        `CREATE TABLE ${name} (${columns})`,
        `\\copy ${name} FROM '${quoted(file)}' (FORMAT csv)`,
        'COMMIT',
      );
      await rm(file);
      await postgres.psql(...keys, `COMMENT ON TABLE ${name} IS E'${tags.replaceAll('\n', String.raw`\n`)}'`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  await postgres.psql(FUNCTIONS, 'VACUUM ANALYZE', 'CHECKPOINT');
}

function quoted(path: string): string {
  return path.replaceAll("'", "''");
}
