import { unlessDamaged } from '../../../formats/paged-file.ts';
import type { SearchFilter } from '../../model/model.ts';
import { postingSearch } from '../engine/posting-search.ts';
import { tableSearch } from '../plain/table-search.ts';
import type { SearchIndex } from '../terms/search-index.ts';
import type { SearchMethod } from '../terms/search-method.ts';

/** The posting lists, and the tables where the build has no lists, these prove to be damaged, or do not know a region. */
export function methodOf(index: SearchIndex): SearchMethod {
  const { postings } = index;
  const tables = tableSearch(index);
  if (postings === undefined) return tables;
  const lists = postingSearch(postings, index);

  function either<T>(ask: (method: SearchMethod) => Promise<T>, { region }: Partial<SearchFilter> = {}): Promise<T> {
    if (region !== undefined && postings?.regionCode(region) === undefined) return ask(tables);
    return unlessDamaged([() => ask(lists), () => ask(tables)]);
  }

  return {
    page: (request) => either((method) => method.page(request), request.filter),
    popular: (request) => either((method) => method.popular(request), request.filter),
    count: (request) => either((method) => method.count(request), request.filter),
    countAny: (set, most) => either((method) => method.countAny(set, most)),
    equal: (texts, filter) => either((method) => method.equal(texts, filter)),
    having: (words, texts) => either((method) => method.having(words, texts)),
  };
}
