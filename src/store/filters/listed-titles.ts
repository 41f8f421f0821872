import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { genreBits } from '../../dataset/words/genre-bits.ts';
import { isOnlyTmdb } from '../../dataset/words/only-tmdb.ts';
import type { FurtherSource, Title, TitleFilter } from '../model/model.ts';

/** All titles of IMDb's: the relation that conditions of titles are over. */
export const TITLE_LIST = sql`title_list`;

/** What else there is to list. Columns that TMDB's titles lack are null, and so is `voteCount` of IMDb's. */
const FURTHER_TITLES: Record<FurtherSource, Sql> = {
  TMDB: sql`(SELECT * FROM title_list WHERE false UNION ALL BY NAME SELECT * FROM tmdb_only_titles)`,
  ANY: sql`(SELECT * FROM title_list UNION ALL BY NAME SELECT * FROM tmdb_only_titles)`,
};

/** The columns of `title_list`, with their types. */
const COLUMNS = {
  tconst: 'INTEGER',
  titleType: 'VARCHAR',
  isAdult: 'BOOLEAN',
  startYear: 'INTEGER',
  endYear: 'INTEGER',
  runtimeMinutes: 'INTEGER',
  averageRating: 'DOUBLE',
  numVotes: 'INTEGER',
  genres: 'VARCHAR',
  genreBits: 'INTEGER',
  parentTconst: 'INTEGER',
  seasonNumber: 'INTEGER',
  episodeNumber: 'INTEGER',
  primaryTitle: 'VARCHAR',
  originalTitle: 'VARCHAR',
} as const;

const SHAPE = JSON.stringify([COLUMNS]);

/**
 * The relation of the titles of a filter: those of its source, or, where the filter lists ids, their rows alone. These are made of
 * the titles' documents and bound as one text: looking up a thousand documents takes a tenth of a scan of all titles.
 */
export async function titlesIn(
  titles: (ids: readonly number[]) => Promise<readonly (Title | null)[]>,
  { ids, source }: Pick<TitleFilter, 'ids' | 'source'>,
): Promise<Sql> {
  if (ids === undefined) return source === undefined ? TITLE_LIST : FURTHER_TITLES[source];
  const read = ids.length === 0 ? [] : await titles([...new Set(ids)]);
  // A title that both have may be listed by either of its ids.
  const found = new Map(read.filter((title) => title !== null).map((title) => [title.id, title]));
  const rows = [...found.values()]
    .filter(({ id }) => source === 'ANY' || isOnlyTmdb(id) === (source === 'TMDB'))
    .map(rowOf);
  const listed = sql`(SELECT unnest(from_json(${JSON.stringify(rows)}, ${raw(`'${SHAPE}'`)}), recursive := true))`;
  if (source === undefined) return listed;
  return sql`(SELECT * FROM ${listed} LEFT JOIN (SELECT tconst, voteCount FROM tmdb_only_titles) USING (tconst))`;
}

function rowOf(title: Title): Record<keyof typeof COLUMNS, unknown> {
  const { id, genres, rating, position, originalTitle, primaryTitle } = title;
  return {
    tconst: id,
    titleType: title.titleType,
    isAdult: title.isAdult,
    startYear: title.startYear,
    endYear: title.endYear,
    runtimeMinutes: title.runtimeMinutes,
    averageRating: rating?.average ?? null,
    numVotes: rating?.votes ?? null,
    genres: genres.length === 0 ? null : `,${genres.join(',')},`,
    genreBits: genres.length === 0 ? null : genreBits(genres),
    parentTconst: position?.seriesId ?? null,
    seasonNumber: position?.seasonNumber ?? null,
    episodeNumber: position?.episodeNumber ?? null,
    // A title without a primary one has the original one in its document: as a row it has that alone.
    primaryTitle: primaryTitle === originalTitle ? null : primaryTitle,
    originalTitle,
  };
}
