import { coverDrawing } from '../../../pictures/cover-drawing.ts';
import { portraitDrawing } from '../../../pictures/portrait-drawing.ts';
import { svgText } from '../../../pictures/svg-text.ts';
import { parsePicturePath } from '../bodies/picture-paths.ts';
import type { Day } from '../ids/lifetimes.ts';
import type { Collections } from '../things/collections.ts';
import type { TmdbWorld } from '../things/tmdb-world.ts';

const SIZE = /^(?:w\d{2,4}|h632|original)$/;
const FONT = 'system-ui, sans-serif';
/** The middle of a cover, as wide as a screen, without its initials. */
const BACKDROP = '0 40 200 112.5';

export interface PicturesFrom {
  world: TmdbWorld;
  collections: Collections;
  day: Day;
}

/** A picture as SVG by `<size>/<path>.svg`, the same at every size; undefined if there is none. */
export function picture(path: string, { world, collections, day }: PicturesFrom): string | undefined {
  const [size = '', file = ''] = path.split('/');
  const of = SIZE.test(size) ? parsePicturePath(file) : undefined;
  if (of === undefined) return undefined;
  const id = `tmdb:${of.of}:${of.id}`;
  if (of.of === 'person') {
    const name = world.person(of.id, day)?.known.name;
    return name === undefined ? undefined : svgText(portraitDrawing({ id, name, font: FONT }));
  }
  const named =
    of.of === 'collection'
      ? { title: collections.collection(of.id, day)?.name, genres: [] }
      : titleOf(world.title(of.of, of.id, day));
  if (named?.title === undefined) return undefined;
  const cover = coverDrawing({ id, ...named, title: named.title, font: FONT });
  return of.kind === 'backdrop' ? svgText(cover, BACKDROP) : svgText(cover);
}

/** Genres as the graph writes them: `SCI_FI`. */
function titleOf(title: ReturnType<TmdbWorld['title']>): { title: string; genres: string[] } | undefined {
  if (title === undefined) return undefined;
  return { title: title.name, genres: title.known.genres.map((genre) => genre.toUpperCase().replaceAll('-', '_')) };
}
