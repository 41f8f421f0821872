import { failed, found, type TmdbAnswer } from './answer.ts';

export const LAST_PAGE = 500;

/** One page of a list in TMDB's form. Pages beyond the last of the list are empty, and beyond 500 an error. */
export function pageOf<T>(
  items: readonly T[],
  how: { query: URLSearchParams; size: number; bodyOf: (item: T) => object },
): TmdbAnswer {
  const { query, size, bodyOf } = how;
  const page = pageNumber(query);
  if (page === undefined) return failed(22);
  const results = items.slice((page - 1) * size, page * size).map(bodyOf);
  return found({ page, results, total_pages: Math.ceil(items.length / size), total_results: items.length });
}

function pageNumber(query: URLSearchParams): number | undefined {
  const text = query.get('page') ?? '1';
  const page = /^\d+$/.test(text) ? Number(text) : 0;
  return page >= 1 && page <= LAST_PAGE ? page : undefined;
}
