import { TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import { topKList } from '../lists/top-k-list.ts';
import type { Title } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { methodOf } from '../search/method/method-of.ts';
import { readText } from '../search/terms/read-query.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import type { Ratings } from '../titles/ratings.ts';

export interface NamesakeReaders {
  queries: SearchIndex;
  titles: DocumentReader<Title>;
  ratings: Ratings;
}

/**
 * Other titles whose primary or original title is one of these of a title, as search folds them, the most voted first.
 * Adult titles are among adult ones alone, and episodes among the namesakes of episodes.
 */
export async function namesakesOf(
  { queries, titles, ratings }: NamesakeReaders,
  { id, primaryTitle, originalTitle, isAdult, titleType }: Title,
): Promise<Pageable<Title>> {
  const names = [...new Set([primaryTitle, originalTitle])].filter((name) => name !== null);
  const texts = await Promise.all(names.map((name) => readText(queries, name)));
  const ids = await methodOf(queries).equal(
    texts.filter((words) => words.length > 0),
    { adult: isAdult ? 'ONLY' : 'EXCLUDE', episodes: titleType === TITLE_TYPES.TV_EPISODE },
  );
  const list = topKList<number>({
    name: `title.namesakes ${id}`,
    rows: Int32Array.from(ids.filter((other) => other !== id)),
    terms: [
      { name: 'VOTES', direction: 'DESC', of: (other) => ratings.votesOf(other) },
      { name: 'ID', direction: 'ASC', of: (other) => other },
    ],
    itemAt: (other) => other,
  });
  return {
    order: list.order,
    keyTypes: list.keyTypes,
    count: () => list.count(),
    async page(request) {
      const { rows, ...page } = list.page(request);
      const found = await titles.many(rows.map(({ item }) => item));
      return {
        ...page,
        rows: rows.flatMap(({ key }, at) => {
          const item = found[at] ?? null;
          return item === null ? [] : [{ item, key }];
        }),
      };
    },
  };
}
