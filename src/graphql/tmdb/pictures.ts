import { TMDB_IMAGE_URL } from '../../dataset/sources/tmdb.ts';
import { builder } from '../base/builder.ts';
import type { Context } from '../base/context.ts';

const WIDTHS = (widths: readonly number[]) =>
  Object.fromEntries(
    widths.map((width) => [`W${width}`, { value: `w${width}`, description: `${width} pixels wide.` }]),
  ) as Record<string, { value: string; description: string }>;
const ORIGINAL = { ORIGINAL: { value: 'original', description: 'As it was uploaded, which may be large.' } };

export const PosterSizeEnum = builder.enumType('TmdbPosterSize', {
  description: "TMDB's sizes of posters, which are two wide to three high.",
  values: { ...WIDTHS([92, 154, 185, 342, 500, 780]), ...ORIGINAL },
});

export const BackdropSizeEnum = builder.enumType('TmdbBackdropSize', {
  description: "TMDB's sizes of backdrops, which are sixteen wide to nine high.",
  values: { ...WIDTHS([300, 780, 1280]), ...ORIGINAL },
});

export const ProfileSizeEnum = builder.enumType('TmdbProfileSize', {
  description: "TMDB's sizes of photos of people, which are two wide to three high.",
  values: {
    ...WIDTHS([45, 185]),
    H632: { value: 'h632', description: '632 pixels high.' },
    ...ORIGINAL,
  },
});

/** The address of a picture in a size; null where there is none. */
export function pictureUrl(
  path: string | null | undefined,
  { size, context }: { size: string; context: Pick<Context, 'tmdbImageUrl'> },
): string | null {
  return path == null ? null : `${context.tmdbImageUrl ?? TMDB_IMAGE_URL}/${size}${path}`;
}
