import { tmdbKeyOf } from '../../../../dataset/words/tmdb-ids.ts';
import type { OtherAnswer } from './person-row.ts';
import type { ValueReader } from './value-reader.ts';

/**
 * The rows of a season in `tmdb.episodes`, by number and id; an episode that is there twice is one. Those without a
 * number or an id are left out, and counted.
 */
export function episodeRows(read: ValueReader, { id: series, part: seasonNumber, body, fetchedAt }: OtherAnswer) {
  const tmdbKey = tmdbKeyOf({ kind: 'TV', id: series });
  const rows = read.objects('id', body['episodes']).flatMap((episode) => {
    const episodeNumber = read.integer('episodeNumber', episode['episode_number']);
    const id = read.integer('id', episode['id'], { least: 1 });
    if (episodeNumber === null || id === null) {
      read.lose(id === null ? 'id' : 'episodeNumber', episode['name']);
      return [];
    }
    return [
      {
        tmdbKey,
        seasonNumber,
        episodeNumber,
        id,
        title: read.text('title', episode['name']),
        airDate: read.date('airDate', episode['air_date']),
        runtimeMinutes: read.positive('runtimeMinutes', episode['runtime']),
        fetchedAt,
      },
    ];
  });
  rows.sort((a, b) => a.episodeNumber - b.episodeNumber || a.id - b.id);
  return rows.filter(
    ({ episodeNumber, id }, nth) => rows[nth - 1]?.id !== id || rows[nth - 1]?.episodeNumber !== episodeNumber,
  );
}
