import type { ExportTable, ExportTableName, TmdbExportTableName } from './export-tables.ts';
import { SELECTED_PEOPLE, SELECTED_TITLES } from './reference.ts';
import type { Reference } from './reference.ts';

/** Tables of the session that reads the build, beside those of `selectionTables`. */
const TITLES = 'selected_tmdb_titles';
const PEOPLE = 'selected_tmdb_people';

const OF_TITLE = `tmdbKey IN (FROM ${TITLES})`;

/** The rows of each table that belong to chosen titles. */
const CONDITIONS: Record<TmdbExportTableName, string> = {
  tmdb_titles: OF_TITLE,
  tmdb_credits: OF_TITLE,
  tmdb_alternative_titles: OF_TITLE,
  tmdb_episodes: OF_TITLE,
  tmdb_recommendations: `${OF_TITLE} AND recommendedKey IN (FROM ${TITLES})`,
  tmdb_people: `id IN (FROM ${PEOPLE})`,
  tmdb_collections: `id IN (SELECT collectionId FROM tmdb_titles WHERE ${OF_TITLE})`,
  tmdb_title_links: `tconst IN (FROM ${SELECTED_TITLES})`,
  tmdb_person_links: `nconst IN (FROM ${SELECTED_PEOPLE}) AND id IN (FROM ${PEOPLE})`,
  tmdb_episode_links: `tconst IN (FROM ${SELECTED_TITLES}) AND ${OF_TITLE}`,
};

type Target = 'titles' | 'people' | 'tmdb_titles' | 'tmdb_people';

/** Where a reference leads: its table and key, all ids that are there, and those of chosen titles. */
const TARGETS: Record<Target, { to: ExportTableName; key: string; all: string; chosen: string }> = {
  titles: { to: 'title_basics', key: 'tconst', all: 'SELECT tconst FROM titles', chosen: SELECTED_TITLES },
  people: { to: 'name_basics', key: 'nconst', all: 'SELECT nconst FROM names', chosen: SELECTED_PEOPLE },
  tmdb_titles: { to: 'tmdb_titles', key: 'tmdbKey', all: 'SELECT tmdbKey FROM tmdb_titles', chosen: TITLES },
  tmdb_people: { to: 'tmdb_people', key: 'id', all: 'SELECT id FROM tmdb_people', chosen: PEOPLE },
};

/** The columns that are references. A person of a credit, and a recommended title, may not have been fetched. */
const REFERENCES: Partial<Record<ExportTable['from'], Readonly<Record<string, Target>>>> = {
  tmdb_credits: { tmdbKey: 'tmdb_titles', personId: 'tmdb_people' },
  tmdb_recommendations: { tmdbKey: 'tmdb_titles', recommendedKey: 'tmdb_titles' },
  tmdb_alternative_titles: { tmdbKey: 'tmdb_titles' },
  tmdb_episodes: { tmdbKey: 'tmdb_titles' },
  tmdb_title_links: { tconst: 'titles', tmdbKey: 'tmdb_titles' },
  tmdb_episode_links: { tconst: 'titles', tmdbKey: 'tmdb_titles' },
  tmdb_person_links: { nconst: 'people', id: 'tmdb_people' },
};

/** The titles of TMDB's that are linked to the selected ones, and the people that are credited on them. */
export function tmdbSelectionTables(): { sql: string; values: [] }[] {
  return [
    {
      sql: `CREATE OR REPLACE TABLE ${TITLES} AS
        SELECT tmdbKey FROM tmdb_title_links WHERE tconst IN (FROM ${SELECTED_TITLES})`,
      values: [],
    },
    {
      sql: `CREATE OR REPLACE TABLE ${PEOPLE} AS
        SELECT id FROM tmdb_people WHERE id IN (SELECT personId FROM tmdb_credits WHERE ${OF_TITLE})`,
      values: [],
    },
  ];
}

/** The condition on the rows of a table of TMDB's where titles are chosen; undefined for other tables. */
export function tmdbCondition(name: ExportTableName): string | undefined {
  return (CONDITIONS as Partial<Record<ExportTableName, string>>)[name];
}

/** The references of a table of TMDB's; none of other tables. */
export function tmdbReferences(from: ExportTable['from'], isChosen: boolean): readonly Reference[] {
  return Object.entries(REFERENCES[from] ?? {}).map(([column, target]) => {
    const { to, key, all, chosen } = TARGETS[target];
    return { column, to, key, holds: `"${column}" IN (${isChosen ? `FROM ${chosen}` : all})` };
  });
}
