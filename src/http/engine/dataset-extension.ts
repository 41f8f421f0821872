import { ATTRIBUTION } from '../../dataset/sources/imdb.ts';
import { TMDB_ATTRIBUTION, TMDB_LOGO_URL } from '../../dataset/sources/tmdb-terms.ts';
import type { BuildRef } from './lease-source.ts';

/**
 * `extensions.dataset`: the build that was read, with the sentence that IMDb requires. An answer with TMDB's data has
 * the sentences of both in `attributions`, and TMDB's logo in `logos`; others are the same whether the build has TMDB's data or not.
 */
export function datasetExtension({ id, version }: BuildRef, { isOfTmdb }: { isOfTmdb: boolean }): object {
  const dataset = { buildId: id, version, attribution: ATTRIBUTION };
  if (!isOfTmdb) return dataset;
  return { ...dataset, attributions: [ATTRIBUTION, TMDB_ATTRIBUTION], logos: [TMDB_LOGO_URL] };
}
