import { isTmdbNumber, tmdbKeyOf } from '../../../../dataset/words/tmdb-ids.ts';
import type { TmdbTitleKind } from '../../../../dataset/words/tmdb-ids.ts';
import type { TitleAnswer } from './title-row.ts';
import { fieldsOf } from './value-reader.ts';
import type { ValueReader } from './value-reader.ts';

const KINDS: Record<string, TmdbTitleKind> = { movie: 'MOVIE', tv: 'TV' };

/** The rows of a title in `tmdb.recommendations`, each other title once, in TMDB's order. */
export function recommendationRows(read: ValueReader, { kind, id, body, fetchedAt }: TitleAnswer) {
  const tmdbKey = tmdbKeyOf({ kind, id });
  const results = read.objects('recommendedKey', fieldsOf(body['recommendations'])['results']);
  const keys = results.flatMap(({ id: other, media_type: type }) => {
    const recommended = type === undefined ? kind : typeof type === 'string' ? KINDS[type] : undefined;
    const number = read.integer('recommendedKey', other);
    return recommended !== undefined && isTmdbNumber(number) ? [tmdbKeyOf({ kind: recommended, id: number })] : [];
  });
  return [...new Set(keys)]
    .filter((key) => key !== tmdbKey)
    .map((recommendedKey, position) => ({ tmdbKey, position, recommendedKey, fetchedAt }));
}

/** The rows of a title in `tmdb.alternative_titles`, in TMDB's order. */
export function alternativeTitleRows(read: ValueReader, { kind, id, body, fetchedAt }: TitleAnswer) {
  const tmdbKey = tmdbKeyOf({ kind, id });
  const list = fieldsOf(body['alternative_titles'])[kind === 'MOVIE' ? 'titles' : 'results'];
  return read
    .objects('title', list)
    .map((item) => ({
      country: read.text('country', item['iso_3166_1']),
      type: read.text('type', item['type']),
      title: read.text('title', item['title']),
    }))
    .filter(({ title }) => title !== null)
    .map(({ country, type, title }, position) => ({ tmdbKey, position, country, type, title, fetchedAt }));
}
