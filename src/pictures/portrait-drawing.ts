import { chanceOf } from './chance.ts';
import type { Drawing } from './shape.ts';

export interface PortraitOf {
  id: string;
  name: string;
  font: string;
}

/**
 * A picture for a person: a head and shoulders placed by a hash of the id, and the initials. The same person always has
 * the same picture.
 */
export function portraitDrawing({ id, name, font }: PortraitOf): Drawing {
  const chance = chanceOf(id);
  const hue = Math.round(chance() * 360);
  const other = hue + 40 + Math.round(chance() * 80);
  const head = { cx: 88 + chance() * 24, cy: 70 + chance() * 14, r: 34 + chance() * 8 };
  const halo = { cx: chance() * 200, cy: chance() * 120, r: 60 + chance() * 50 };
  return {
    width: 200,
    height: 200,
    shapes: [
      { tag: 'rect', attributes: { width: 200, height: 200, fill: `oklch(0.42 0.09 ${hue})` } },
      { tag: 'circle', attributes: { ...halo, fill: `oklch(0.6 0.11 ${other})`, opacity: 0.6 } },
      { tag: 'circle', attributes: { ...head, fill: `oklch(0.8 0.08 ${other})`, opacity: 0.9 } },
      {
        tag: 'ellipse',
        attributes: { cx: head.cx, cy: 196, rx: 86, ry: 78, fill: `oklch(0.26 0.06 ${hue})` },
      },
      {
        tag: 'text',
        attributes: {
          x: head.cx,
          y: 180,
          'text-anchor': 'middle',
          'font-size': 54,
          'font-family': font,
          'font-weight': 700,
          fill: `oklch(0.95 0.03 ${other})`,
        },
        text: initialsOf(name),
      },
    ],
  };
}

/** First characters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends.map((word) => /\p{L}/u.exec(word ?? '')?.[0].toUpperCase() ?? '').join('');
}
