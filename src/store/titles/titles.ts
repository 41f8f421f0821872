import sql from 'sql-template-tag';

import { TYPE_WORDS } from '../../dataset/indexes/document-kinds.ts';
import { itemIn } from '../documents/json-value.ts';
import type { Item } from '../documents/json-value.ts';
import type { LookupReader } from '../documents/lookup-reader.ts';
import type { OrderBy, Title, TitleFilter, TitleOrderField } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { sqlList } from '../lists/sql-list.ts';
import type { ColumnTerm } from '../lists/sql-list.ts';
import { titleConditions } from '../filters/title-filter.ts';
import { conditionOf } from '../query/conditions.ts';
import { wordAt } from '../documents/word-at.ts';

const ORDER_COLUMNS: Record<TitleOrderField, Pick<ColumnTerm, 'column' | 'type'>> = {
  VOTES: { column: 'numVotes', type: 'number' },
  RATING: { column: 'averageRating', type: 'number' },
  YEAR: { column: 'startYear', type: 'number' },
  RUNTIME: { column: 'runtimeMinutes', type: 'number' },
  EPISODES: { column: 'episodes', type: 'number' },
  TITLE: { column: 'coalesce(primaryTitle, originalTitle)', type: 'text' },
};

export function decodeTitle(id: number, text: string): Title {
  return decodeWholeTitle(id, itemIn(text));
}

/** Of the values from the type to the year of the end, as every document that holds whole titles has them. */
export function decodeWholeTitle(id: number, item: Item): Title {
  const [type, startYear, primaryTitle, original, genres, runtimeMinutes, ...rest] = item;
  const [seriesId, seasonNumber, episodeNumber, average, votes, adult, endYear] = rest as (number | null | undefined)[];
  const originalTitle = (original === 0 ? primaryTitle : (original ?? null)) as string | null;
  return {
    id,
    titleType: wordAt(type, TYPE_WORDS),
    startYear: (startYear ?? null) as number | null,
    primaryTitle: (primaryTitle ?? originalTitle) as string | null,
    originalTitle,
    isAdult: adult === 1,
    endYear: endYear ?? null,
    runtimeMinutes: (runtimeMinutes ?? null) as number | null,
    genres: splitList(genres as string | null | undefined),
    rating: average == null || votes == null ? null : { average, votes },
    place:
      seriesId == null ? null : { seriesId, seasonNumber: seasonNumber ?? null, episodeNumber: episodeNumber ?? null },
  };
}

/** Texts joined by commas, as in IMDb's files. */
export function splitList(text: string | null | undefined): readonly string[] {
  return text == null || text === '' ? [] : text.split(',');
}

const WITH_SIZES = sql`(SELECT * FROM title_list LEFT JOIN series_sizes USING (tconst))`;

/** All titles that pass a filter. Ties are in the order of their ids. */
export function listTitles(
  { scan, titles }: { scan: SearchIndex; titles: LookupReader<Title> },
  { filter, orderBy }: { filter: TitleFilter; orderBy: readonly OrderBy<TitleOrderField>[] },
): Pageable<Title> {
  const bySize = orderBy.some(({ field }) => field === 'EPISODES');
  return sqlList({
    name: 'titles',
    scan,
    relation: bySize ? WITH_SIZES : sql`title_list`,
    where: async (use) => conditionOf(await titleConditions(scan, filter, { use })),
    terms: [
      ...orderBy.map(({ field, direction }): ColumnTerm => ({ name: field, direction, ...ORDER_COLUMNS[field] })),
      { name: 'ID', column: 'tconst', direction: 'ASC', type: 'number' },
    ],
    items: (keys) => titles.many(keys.map((key) => Number(key.at(-1)))),
  });
}
