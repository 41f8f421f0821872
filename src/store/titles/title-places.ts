import sql from 'sql-template-tag';

import { keyList } from '../query/filter-conditions.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import type { Title } from '../model/model.ts';

/** What and when a title is, and what series it is an episode of. */
export interface TitlePlace {
  titleType: string;
  startYear: number | null;
  seriesId: number | null;
}

export interface PlaceReaders {
  titles: (id: number) => Promise<Title | null>;
  queries: SearchIndex;
}

/** More documents than these take longer than one query over all titles, which runs in another thread. */
const MOST_DOCUMENTS = 500;

/** The places of those of the titles that are in the data. */
export async function titlePlaces(
  { titles, queries }: PlaceReaders,
  ids: readonly number[],
): Promise<ReadonlyMap<number, TitlePlace>> {
  if (ids.length <= MOST_DOCUMENTS) {
    const found = await Promise.all(ids.map((id) => titles(id)));
    return new Map(found.filter((title) => title !== null).map((title) => [title.id, placeOf(title)]));
  }
  const rows = await queries.rows(
    sql`SELECT tconst, titleType, startYear, parentTconst FROM title_list WHERE tconst IN (${keyList(ids)})`,
  );
  return new Map(
    rows.map(([id, titleType, startYear, seriesId]) => [
      Number(id),
      { titleType: titleType as string, startYear: numberOrNull(startYear), seriesId: numberOrNull(seriesId) },
    ]),
  );
}

function placeOf({ titleType, startYear, position }: Title): TitlePlace {
  return { titleType, startYear, seriesId: position?.seriesId ?? null };
}

function numberOrNull(value: unknown): number | null {
  return value == null ? null : Number(value);
}
