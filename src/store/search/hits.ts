import type { Akas } from '../titles/akas.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import type { Person, SearchHit, Title } from '../model/model.ts';
import type { SearchIndex } from './terms/search-index.ts';
import type { FoundRow } from './ranking/found-rows.ts';
import { scoreOf } from './ranking/buckets.ts';

export interface SearchReaders {
  queries: SearchIndex;
  titles: DocumentReader<Title>;
  people: DocumentReader<Person>;
  akas: DocumentReader<Akas>;
}

/** The hits of rows, in their order, with their texts as in the data. Null for one whose entity is gone. */
export async function hitsOf(
  { titles, people, akas }: Omit<SearchReaders, 'scan'>,
  rows: readonly FoundRow[],
): Promise<(SearchHit | null)[]> {
  const idsOf = (wanted: (row: FoundRow) => boolean) => rows.filter(wanted).map(({ id }) => id);
  const [titleNodes, personNodes, otherTitles] = await Promise.all([
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
      idsOf(({ matchedOn }) => matchedOn === 'AKA'),
    ),
  ]);
  return rows.map(({ bucket, person, id, matchedOn, ordering }) => {
    const [title, someone] = person ? [undefined, personNodes.get(id)] : [titleNodes.get(id), undefined];
    const node = title ?? someone;
    if (node === undefined) return null;
    const aka = matchedOn === 'AKA' ? otherTitles.get(id)?.akas.find((one) => one.ordering === ordering) : undefined;
    const own = someone?.primaryName ?? (matchedOn === 'ORIGINAL' ? title?.originalTitle : title?.primaryTitle);
    return {
      node,
      score: scoreOf(bucket),
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
