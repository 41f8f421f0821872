import { chanceOf } from './chance.ts';
import { colourOf } from './genre-hues.ts';
import type { Drawing } from './shape.ts';

export interface CoverOf {
  id: string;
  title: string;
  /** Words of the graph's enum, `SCI_FI`; the first two give the colours. */
  genres: readonly string[];
  font: string;
}

/**
 * A cover for a title: the colours of its first two genres, discs and beams placed by a hash of its id, and its initials.
 * The same title always has the same cover.
 */
export function coverDrawing({ id, title, genres, font }: CoverOf): Drawing {
  const chance = chanceOf(id);
  const [first, second = first] = genres;
  const initials = initialsOf(title);
  const beams = [0, 1, 2].map(() => ({ x: chance() * 200, angle: chance() * 60 - 30, width: 14 + chance() * 40 }));
  const disc = { cx: 30 + chance() * 140, cy: 50 + chance() * 110, r: 34 + chance() * 42 };
  const beam = colourOf(second, { lightness: 0.55, chroma: 0.13 });
  const ground = colourOf(first, { lightness: 0.34, chroma: 0.1 });
  return {
    width: 200,
    height: 300,
    shapes: [
      { tag: 'rect', attributes: { width: 200, height: 300, fill: ground } },
      ...beams.map(({ x, angle, width }) => ({
        tag: 'rect' as const,
        attributes: {
          x: x - width / 2,
          y: -60,
          width,
          height: 420,
          transform: `rotate(${angle} ${x} 150)`,
          fill: beam,
          opacity: 0.35,
        },
      })),
      {
        tag: 'circle',
        attributes: { ...disc, fill: colourOf(second, { lightness: 0.74, chroma: 0.13 }), opacity: 0.85 },
      },
      {
        tag: 'rect',
        attributes: {
          y: 200,
          width: 200,
          height: 100,
          fill: colourOf(first, { lightness: 0.22, chroma: 0.07 }),
          opacity: 0.9,
        },
      },
      {
        tag: 'text',
        attributes: {
          x: 14,
          y: 272,
          'font-size': initials.length > 2 ? 46 : 58,
          'font-family': font,
          'font-weight': 700,
          fill: colourOf(second, { lightness: 0.94, chroma: 0.04 }),
        },
        text: initials,
      },
    ],
  };
}

/** First characters of up to three words, without articles of English where other words follow. */
function initialsOf(title: string): string {
  const words = title.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const telling = words.filter((word) => !/^(the|a|an|of|and)$/i.test(word));
  return (telling.length > 0 ? telling : words)
    .slice(0, 3)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0].toUpperCase() ?? '')
    .join('');
}
