import sql from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { itemIn } from '../../dataset/indexes/field-kinds.ts';
import type { Fields, Item } from '../../dataset/indexes/field-kinds.ts';
import { TITLE } from '../../dataset/indexes/document-fields.ts';
import type { FULL_TITLE } from '../../dataset/indexes/document-fields.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import type { OrderBy, Title, TitleFilter, TitleOrderField } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { sqlList } from '../lists/sql-list.ts';
import type { ColumnTerm } from '../lists/sql-list.ts';
import { titleConditions } from '../filters/title-filter.ts';
import { conditionOf } from '../query/conditions.ts';
import { titlesIn } from '../filters/listed-titles.ts';

const ORDER_COLUMNS: Record<TitleOrderField, Pick<ColumnTerm, 'column' | 'type'>> = {
  VOTES: { column: 'numVotes', type: 'number' },
  RATING: { column: 'averageRating', type: 'number' },
  YEAR: { column: 'startYear', type: 'number' },
  RUNTIME: { column: 'runtimeMinutes', type: 'number' },
  EPISODES: { column: 'episodes', type: 'number' },
  TITLE: { column: 'coalesce(primaryTitle, originalTitle)', type: 'text' },
};

const titleOf = titleReader(TITLE);

export function decodeTitle(id: number, text: string): Title {
  return titleOf(id, itemIn(text));
}

/** Makes whole titles of items that have the fields of one. */
export function titleReader(fields: Fields<typeof FULL_TITLE>): (id: number, item: Item) => Title {
  return (id, item) => {
    const originalTitle = fields.originalTitle.of(item);
    const [average, votes] = [fields.average.of(item), fields.votes.of(item)];
    const seriesId = fields.seriesId.of(item);
    return {
      id,
      titleType: fields.titleType.of(item),
      startYear: fields.startYear.of(item),
      primaryTitle: fields.primaryTitle.of(item) ?? originalTitle,
      originalTitle,
      isAdult: fields.isAdult.of(item),
      endYear: fields.endYear.of(item),
      runtimeMinutes: fields.runtimeMinutes.of(item),
      genres: fields.genres.of(item),
      rating: average === null || votes === null ? null : { average, votes, titleId: id },
      position:
        seriesId === null
          ? null
          : { seriesId, seasonNumber: fields.seasonNumber.of(item), episodeNumber: fields.episodeNumber.of(item) },
    };
  };
}

function withSizes(titles: Sql): Sql {
  return sql`(SELECT * FROM ${titles} LEFT JOIN series_sizes USING (tconst))`;
}

/** Behind IMDb's titles, those that TMDB alone has are in the order of its votes: they have none at IMDb. */
const TMDB_VOTES: ColumnTerm = {
  name: 'TMDB_VOTES',
  column: `coalesce(voteCount, ${2 ** 31 - 1})`,
  direction: 'DESC',
  type: 'number',
};

/** All titles that pass a filter. Ties are in the order of their ids; those of TMDB's in that of its votes. */
export function listTitles(
  { queries, titles }: { queries: SearchIndex; titles: DocumentReader<Title> },
  { filter, orderBy }: { filter: TitleFilter; orderBy: readonly OrderBy<TitleOrderField>[] },
): Pageable<Title> {
  const { source } = filter;
  const bySize = orderBy.some(({ field }) => field === 'EPISODES');
  let found: Promise<Sql> | undefined;
  const from = (): Promise<Sql> => (found ??= titlesIn((ids) => titles.many(ids), filter));
  return sqlList({
    name: source === undefined ? 'titles' : `titles.${source}`,
    queries,
    relation: async () => (bySize ? withSizes(await from()) : from()),
    where: async (use) => conditionOf(await titleConditions(queries, filter, { use, from: await from() })),
    terms: [
      ...orderBy.map(({ field, direction }): ColumnTerm => ({ name: field, direction, ...ORDER_COLUMNS[field] })),
      ...(source === undefined ? [] : [TMDB_VOTES]),
      { name: 'ID', column: 'tconst', direction: 'ASC', type: 'number' },
    ],
    items: (keys) => titles.many(keys.map((key) => Number(key.at(-1)))),
  });
}
