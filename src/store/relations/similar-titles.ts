import sql from 'sql-template-tag';

import type { Manifest } from '../../dataset/builds/manifest.ts';
import { SIMILAR_TITLE } from '../../dataset/indexes/document-fields.ts';
import { itemsIn } from '../../dataset/indexes/field-kinds.ts';
import { MOST_SIMILAR, roundedScore, scoreOfSteps } from '../../dataset/similarity/measure.ts';
import { ClientError } from '../../errors.ts';
import { titleConditions } from '../filters/title-filter.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import type { Title, TitleFilter } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { conditionOf } from '../query/conditions.ts';
import { titlesIn } from '../filters/listed-titles.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';

/** The titles that are similar to one, as numbers: id and score in steps of each. */
export interface SimilarTitles {
  values: Int32Array;
}

export interface SimilarTitle {
  title: Title;
  score: number;
  /** The titles that it is similar to. */
  to: readonly number[];
}

export interface SimilarRequest {
  /** One title, or several, for which the list has none of them, and the mean of the scores. */
  titleIds: readonly number[];
  minScore: number;
  filter: TitleFilter;
}

/** What the lists are read from. */
export interface SimilarSources {
  manifest: Pick<Manifest, 'tables'>;
  queries: SearchIndex;
  titles: (titleId: number) => Promise<Title | null>;
  similarTitles: (titleId: number) => Promise<SimilarTitles | null>;
}

const COLUMNS = Object.keys(SIMILAR_TITLE).length;

const NO_LISTS =
  'This build of the data has no lists of similar titles: it was made by an older program. They are there after the next ingest; compare(a:, b:) answers for any two titles already.';

export function decodeSimilarTitles(_titleId: number, text: string): SimilarTitles {
  const values = itemsIn(text).flatMap((item) => [SIMILAR_TITLE.id.of(item), SIMILAR_TITLE.scoreSteps.of(item)]);
  return { values: Int32Array.from(values) };
}

export function numberedSimilarTitles(_titleId: number, values: Int32Array): SimilarTitles {
  return { values };
}

/**
 * The titles that are most similar to some, the most similar first, at most MOST_SIMILAR.
 * @throws ClientError `DATASET_UNAVAILABLE` where the build has no lists.
 */
export async function listSimilar(sources: SimilarSources, request: SimilarRequest): Promise<Pageable<SimilarTitle>> {
  if (!sources.manifest.tables.some(({ name }) => name === 'similar_titles'))
    throw new ClientError('DATASET_UNAVAILABLE', NO_LISTS);
  const { titleIds, minScore } = request;
  const scored = [...(await scoresOf(sources, titleIds))].map(([id, score]) => ({ id, score }));
  const passing = await passed(sources, { request, ids: scored.map(({ id }) => id) });
  const list = materialisedList({
    name: `similar ${titleIds.join(',')}`,
    items: scored
      .filter(({ id, score }) => score >= minScore && passing.has(id))
      .sort((one, other) => other.score - one.score || one.id - other.id)
      .slice(0, MOST_SIMILAR),
    terms: [
      { name: 'SCORE', direction: 'DESC', type: 'number', of: ({ score }) => score },
      { name: 'ID', direction: 'ASC', type: 'number', of: ({ id }) => id },
    ],
    sorted: true,
  });
  return {
    ...list,
    async page(paging) {
      const page = list.page(paging);
      const rows = await Promise.all(
        page.rows.map(async ({ item: { id, score }, key }) => {
          const title = await sources.titles(id);
          return title === null ? [] : [{ item: { title, score, to: titleIds }, key }];
        }),
      );
      return { ...page, rows: rows.flat() };
    },
  };
}

/** By title the mean of its scores in the lists, 0 where it is not in one. */
async function scoresOf(
  { similarTitles }: SimilarSources,
  titleIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const sums = new Map<number, number>();
  for (const list of await Promise.all(titleIds.map(similarTitles))) {
    const values = list?.values ?? new Int32Array();
    for (let at = 0; at < values.length; at += COLUMNS) {
      const [id, steps] = [values[at + SIMILAR_TITLE.id.place] ?? 0, values[at + SIMILAR_TITLE.scoreSteps.place] ?? 0];
      sums.set(id, (sums.get(id) ?? 0) + scoreOfSteps(steps));
    }
  }
  for (const id of titleIds) sums.delete(id);
  for (const [id, sum] of sums) sums.set(id, roundedScore(sum / titleIds.length));
  return sums;
}

/** Those of the titles that pass the filter. Whether they are adult, the titles say that they are similar to. */
async function passed(
  sources: SimilarSources,
  { request: { titleIds, filter }, ids }: { request: SimilarRequest; ids: readonly number[] },
): Promise<ReadonlySet<number>> {
  const { adult, ...others } = filter;
  if (ids.length === 0) return new Set();
  if (Object.values(others).every((part) => part === undefined)) {
    if (adult === 'INCLUDE') return new Set(ids);
    const all = await Promise.all(titleIds.map(sources.titles));
    const are = new Set(all.map((title) => title?.isAdult ?? false));
    if (are.size === 1) return new Set(are.has(adult === 'ONLY') ? ids : []);
  }
  const wanted = new Set(filter.ids ?? ids);
  const from = await titlesIn((keys) => Promise.all(keys.map(sources.titles)), {
    ids: ids.filter((id) => wanted.has(id)),
  });
  const where = conditionOf(await titleConditions(sources.queries, filter, { use: 'page', from }));
  const rows = await sources.queries.rows(sql`SELECT tconst FROM ${from} WHERE ${where}`);
  return new Set(rows.map(([id]) => Number(id)));
}
