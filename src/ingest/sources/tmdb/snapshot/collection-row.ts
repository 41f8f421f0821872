import type { OtherAnswer } from './person-row.ts';
import { MOST_ID } from './value-reader.ts';
import type { ValueReader } from './value-reader.ts';

/** The row of a collection in `tmdb.collections`. */
export function collectionRow(read: ValueReader, { id, body, fetchedAt }: OtherAnswer) {
  const parts = read
    .objects('parts', body['parts'])
    .filter(({ media_type: type }) => type === undefined || type === 'movie')
    .map((part) => read.integer('parts', part['id'], { least: 1, most: MOST_ID }));
  return {
    id,
    name: read.text('name', body['name']),
    overview: read.text('overview', body['overview']),
    posterPath: read.picture('posterPath', body['poster_path']),
    backdropPath: read.picture('backdropPath', body['backdrop_path']),
    parts: [...new Set(parts.filter((part) => part !== null))],
    fetchedAt,
  };
}
