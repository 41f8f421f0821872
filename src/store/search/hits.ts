import { ANY_SCOPE } from '../../dataset/indexes/search-scope.ts';
import type { Akas } from '../titles/akas.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import type { Person, SearchHit, Title } from '../model/model.ts';
import type { SearchIndex } from './terms/search-index.ts';
import type { FoundRow } from './ranking/found-rows.ts';
import { scoreOf } from './ranking/buckets.ts';
import { isOfTmdbTitle, tmdbTextsOf } from './tmdb-texts.ts';
import type { TmdbReaders } from '../tmdb/tmdb-readers.ts';

export interface SearchReaders {
  queries: SearchIndex;
  titles: DocumentReader<Title>;
  people: DocumentReader<Person>;
  akas: DocumentReader<Akas>;
  /** Undefined in a build without TMDB's data. */
  tmdb: TmdbReaders | undefined;
}

/** The hits of rows, in their order, with their texts as in the data. Null for one whose entity is gone. */
export async function hitsOf(
  { queries, titles, people, akas, tmdb }: SearchReaders,
  rows: readonly FoundRow[],
): Promise<(SearchHit | null)[]> {
  const idsOf = (wanted: (row: FoundRow) => boolean) => rows.filter(wanted).map(({ id }) => id);
  const isOfTmdb = (row: FoundRow): boolean => queries.scope === ANY_SCOPE && isOfTmdbTitle(row);
  const [titleNodes, personNodes, otherTitles, tmdbTexts] = await Promise.all([
    byId(
      titles,
      idsOf(({ person }) => !person),
    ),
    byId(
      people,
      idsOf(({ person }) => person),
    ),
    byId(
      akas,
      idsOf((row) => row.matchedOn === 'AKA' && !isOfTmdb(row)),
    ),
    tmdb === undefined ? undefined : tmdbTextsOf(tmdb, rows.filter(isOfTmdb)),
  ]);
  return rows.map((row) => {
    const { bucket, person, id, matchedOn, ordering } = row;
    const [title, someone] = person ? [undefined, personNodes.get(id)] : [titleNodes.get(id), undefined];
    const node = title ?? someone;
    if (node === undefined) return null;
    const score = scoreOf(bucket);
    if (isOfTmdb(row)) {
      const { title: matchedText = '', country: region = null } = tmdbTexts?.get(row) ?? {};
      return { node, score, matchedOn: 'TMDB_ALTERNATIVE_TITLE', matchedText, region };
    }
    const aka = matchedOn === 'AKA' ? otherTitles.get(id)?.akas.find((one) => one.ordering === ordering) : undefined;
    const own = someone?.primaryName ?? (matchedOn === 'ORIGINAL' ? title?.originalTitle : title?.primaryTitle);
    return {
      node,
      score,
      matchedOn,
      matchedText: aka?.title ?? own ?? '',
      region: aka?.region ?? null,
    };
  });
}

async function byId<T>(reader: DocumentReader<T>, ids: readonly number[]): Promise<Map<number, T>> {
  const found = ids.length === 0 ? [] : await reader.many(ids);
  return new Map(ids.flatMap((id, index) => (found[index] == null ? [] : [[id, found[index]]])));
}
