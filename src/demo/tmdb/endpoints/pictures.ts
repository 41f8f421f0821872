import { parsePicturePath } from '../bodies/picture-paths.ts';
import { MS_PER_DAY } from '../ids/lifetimes.ts';
import type { TmdbWorld } from '../things/tmdb-world.ts';

const SIZE = /^(?:w(\d{2,4})|h632|original)$/;

/** A picture in SVG by `<size>/<path>.svg`; undefined if there is none. */
export function picture(path: string, world: TmdbWorld, now: Date): string | undefined {
  const [size = '', file = ''] = path.split('/');
  const of = SIZE.test(size) ? parsePicturePath(file) : undefined;
  if (of === undefined) return undefined;
  const day = Math.floor(now.getTime() / MS_PER_DAY);
  const name =
    of.of === 'person'
      ? world.person(of.id, day)?.known.name
      : of.of === 'collection'
        ? `Collection ${of.id}`
        : world.title(of.of, of.id, day)?.name;
  if (name === undefined) return undefined;
  const [width, height] = of.kind === 'backdrop' ? [1280, 720] : [200, 300];
  const letters = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 3)
    .join('')
    .replace(/[<>&"]/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="oklch(0.34 0.1 ${of.id % 360})"/><text x="14" y="${height - 28}" font-size="58" font-family="sans-serif" font-weight="700" fill="white">${letters}</text></svg>`;
}
