import type { TmdbCollection } from '../things/collections.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import { commonDetails } from './details.ts';
import { picturePath } from './picture-paths.ts';

/** `/3/movie/{id}` without what may be appended to it. */
export function movieBody(title: TmdbTitle, collection: TmdbCollection | undefined): object {
  return {
    ...commonDetails(title),
    belongs_to_collection: collection === undefined ? null : collectionLink(collection),
    budget: title.budget,
    imdb_id: title.imdbId,
    original_title: title.originalName,
    release_date: title.date,
    revenue: title.revenue,
    runtime: title.runtime,
    title: title.name,
    video: title.known.type === 'video',
  };
}

function collectionLink({ id, name, hasPoster, hasBackdrop }: TmdbCollection): object {
  return {
    id,
    name,
    poster_path: picturePath('poster', 'collection', { id, isThere: hasPoster }),
    backdrop_path: picturePath('backdrop', 'collection', { id, isThere: hasBackdrop }),
  };
}
