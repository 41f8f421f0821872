import { found, type TmdbAnswer } from './answer.ts';

/** `/3/configuration`: where pictures are, and in which widths. */
export function configuration(pictures: string): TmdbAnswer {
  return found({
    change_keys: ['general', 'overview', 'title', 'cast', 'crew', 'external_ids'],
    images: {
      base_url: `${pictures}/`,
      secure_base_url: `${pictures}/`,
      backdrop_sizes: ['w300', 'w780', 'w1280', 'original'],
      logo_sizes: ['w45', 'w92', 'w154', 'w185', 'w300', 'w500', 'original'],
      poster_sizes: ['w92', 'w154', 'w185', 'w342', 'w500', 'w780', 'original'],
      profile_sizes: ['w45', 'w185', 'h632', 'original'],
      still_sizes: ['w92', 'w185', 'w300', 'original'],
    },
  });
}
