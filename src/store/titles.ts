import { TYPE_WORDS } from '../dataset/lookups.ts';
import type { JsonValue } from './json-value.ts';
import type { LookupReader } from './lookup-reader.ts';
import type { Title, TitleCard, TitleFilter, TitleOrderField, OrderBy, Rating, EpisodePlace } from './model.ts';
import type { Pageable } from './page.ts';
import type { ScanReader } from './scan-reader.ts';
import { sqlList } from './sql-list.ts';
import type { ColumnTerm } from './sql-list.ts';
import { conditionOf, titleConditions } from './title-filter.ts';
import { wordAt } from './word-at.ts';

const ORDER_COLUMNS: Record<TitleOrderField, Pick<ColumnTerm, 'column' | 'type'>> = {
  VOTES: { column: 'numVotes', type: 'number' },
  RATING: { column: 'averageRating', type: 'number' },
  YEAR: { column: 'startYear', type: 'number' },
  RUNTIME: { column: 'runtimeMinutes', type: 'number' },
  EPISODES: { column: 'episodes', type: 'number' },
  TITLE: { column: 'coalesce(primaryTitle, originalTitle)', type: 'text' },
};

/** Two values: type and year, as every document that holds a title's card has them. */
export function decodeTitleCard(id: number, [titleType, startYear]: readonly JsonValue[]): TitleCard {
  return { id, titleType: wordAt(titleType, TYPE_WORDS), startYear: startYear as number | null };
}

/** Ten values, from the type to the votes, and the title's place in its series. */
export function decodeWholeTitle(id: number, columns: readonly JsonValue[], place: EpisodePlace | null): Title {
  const [primaryTitle, originalTitle, isAdult, endYear, runtimeMinutes, genres, average, votes] = columns.slice(2);
  return {
    ...decodeTitleCard(id, columns),
    primaryTitle: (primaryTitle ?? originalTitle) as string | null,
    originalTitle: originalTitle as string | null,
    isAdult: isAdult as boolean,
    endYear: endYear as number | null,
    runtimeMinutes: runtimeMinutes as number | null,
    genres: splitList(genres as string | null),
    rating: toRating(average as number | null, votes as number | null),
    place,
  };
}

export function decodeTitle(id: number, [item = []]: readonly JsonValue[][]): Title {
  const [seriesId, seasonNumber, episodeNumber] = item.slice(10) as (number | null)[];
  const place =
    seriesId == null ? null : { seriesId, seasonNumber: seasonNumber ?? null, episodeNumber: episodeNumber ?? null };
  return decodeWholeTitle(id, item, place);
}

export function toRating(average: number | null | undefined, votes: number | null | undefined): Rating | null {
  return average == null || votes == null ? null : { average, votes };
}

/** Texts joined by commas, as in IMDb's files. */
export function splitList(text: string | null): readonly string[] {
  return text === null || text === '' ? [] : text.split(',');
}

const WITH_SIZES = '(SELECT * FROM title_list LEFT JOIN series_sizes USING (tconst))';

/** All titles that pass a filter. Ties are in the order of their ids. */
export function listTitles(
  { scan, titles }: { scan: ScanReader; titles: LookupReader<Title> },
  { filter, orderBy }: { filter: TitleFilter; orderBy: readonly OrderBy<TitleOrderField>[] },
): Pageable<Title> {
  const bySize = orderBy.some(({ field }) => field === 'EPISODES');
  return sqlList({
    name: 'titles',
    scan,
    relation: { sql: bySize ? WITH_SIZES : 'title_list', values: [] },
    where: async () => conditionOf(await titleConditions(scan, filter)),
    terms: [
      ...orderBy.map(({ field, direction }): ColumnTerm => ({ name: field, direction, ...ORDER_COLUMNS[field] })),
      { name: 'ID', column: 'tconst', direction: 'ASC', type: 'number' },
    ],
    items: (keys) => titles.many(keys.map((key) => Number(key.at(-1)))),
  });
}
