import type { ExportTable, ExportTableName } from './export-tables.ts';
import { SELECTED_PEOPLE, SELECTED_TITLES } from './reference.ts';
import type { Reference } from './reference.ts';

/** Tables of the session that reads the build, beside those of `selectionTables`. */
const TITLES = 'selected_tmdb_titles';
const PEOPLE = 'selected_tmdb_people';

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
        SELECT id FROM tmdb_people WHERE id IN (SELECT personId FROM tmdb_credits WHERE tmdbKey IN (FROM ${TITLES}))`,
      values: [],
    },
  ];
}

/** The condition on the rows of a table of TMDB's where titles are chosen; undefined for other tables. */
export function tmdbCondition(name: ExportTableName): string | undefined {
  const ofTitle = `tmdbKey IN (FROM ${TITLES})`;
  switch (name) {
    case 'tmdb_titles':
    case 'tmdb_credits':
    case 'tmdb_alternative_titles':
    case 'tmdb_episodes':
      return ofTitle;
    case 'tmdb_recommendations':
      return `${ofTitle} AND recommendedKey IN (FROM ${TITLES})`;
    case 'tmdb_people':
      return `id IN (FROM ${PEOPLE})`;
    case 'tmdb_collections':
      return `id IN (SELECT collectionId FROM tmdb_titles WHERE ${ofTitle})`;
    case 'tmdb_title_links':
      return `tconst IN (FROM ${SELECTED_TITLES})`;
    case 'tmdb_person_links':
      return `nconst IN (FROM ${SELECTED_PEOPLE}) AND id IN (FROM ${PEOPLE})`;
    case 'tmdb_episode_links':
      return `tconst IN (FROM ${SELECTED_TITLES}) AND ${ofTitle}`;
    default:
      return undefined;
  }
}

/** The references of a table of TMDB's; none of other tables. */
export function tmdbReferences(from: ExportTable['from'], isChosen: boolean): readonly Reference[] {
  const titles = isChosen ? `FROM ${TITLES}` : 'SELECT tmdbKey FROM tmdb_titles';
  const people = isChosen ? `FROM ${PEOPLE}` : 'SELECT id FROM tmdb_people';
  const toTitle = (column: string): Reference => ({
    column,
    to: 'tmdb_titles',
    key: 'tmdbKey',
    holds: `"${column}" IN (${titles})`,
  });
  const toPerson = (column: string): Reference => ({
    column,
    to: 'tmdb_people',
    key: 'id',
    holds: `"${column}" IN (${people})`,
  });
  const toImdb: Reference = {
    column: 'tconst',
    to: 'title_basics',
    key: 'tconst',
    holds: `tconst IN (${isChosen ? `FROM ${SELECTED_TITLES}` : 'SELECT tconst FROM titles'})`,
  };
  switch (from) {
    case 'tmdb_credits':
      return [toTitle('tmdbKey'), toPerson('personId')];
    case 'tmdb_recommendations':
      return [toTitle('tmdbKey'), toTitle('recommendedKey')];
    case 'tmdb_alternative_titles':
    case 'tmdb_episodes':
      return [toTitle('tmdbKey')];
    case 'tmdb_title_links':
    case 'tmdb_episode_links':
      return [toImdb, toTitle('tmdbKey')];
    case 'tmdb_person_links': {
      const named = isChosen ? `FROM ${SELECTED_PEOPLE}` : 'SELECT nconst FROM names';
      return [{ column: 'nconst', to: 'name_basics', key: 'nconst', holds: `nconst IN (${named})` }, toPerson('id')];
    }
    default:
      return [];
  }
}
