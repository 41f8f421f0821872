import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

import { chanceOf } from './chance.ts';

export interface PortraitProps {
  id: string;
  name: string;
  class?: string;
}

/**
 * A picture drawn for a person: round, so that it is told from the cover of a title, with a head and shoulders placed
 * by a hash of the id, and the initials. The same person always has the same picture. Screen readers pass it over.
 */
export function Portrait({ id, name, class: className = 'w-10' }: PortraitProps): JSX.Element {
  const clip = useId();
  const chance = chanceOf(id);
  const hue = Math.round(chance() * 360);
  const other = hue + 40 + Math.round(chance() * 80);
  const head = { x: 88 + chance() * 24, y: 70 + chance() * 14, r: 34 + chance() * 8 };
  const halo = { x: chance() * 200, y: chance() * 120, r: 60 + chance() * 50 };
  return (
    <svg viewBox="0 0 200 200" class={`${className} aspect-square shrink-0 rounded-full`} aria-hidden="true">
      <clipPath id={clip}>
        <circle cx="100" cy="100" r="100" />
      </clipPath>
      <g clip-path={`url(#${clip})`}>
        <rect width="200" height="200" fill={`oklch(0.42 0.09 ${hue})`} />
        <circle cx={halo.x} cy={halo.y} r={halo.r} fill={`oklch(0.6 0.11 ${other})`} opacity="0.6" />
        <circle cx={head.x} cy={head.y} r={head.r} fill={`oklch(0.8 0.08 ${other})`} opacity="0.9" />
        <ellipse cx={head.x} cy="196" rx="86" ry="78" fill={`oklch(0.26 0.06 ${hue})`} />
        <text
          x={head.x}
          y="180"
          text-anchor="middle"
          font-size="54"
          font-family="var(--font-display)"
          font-weight="700"
          fill={`oklch(0.95 0.03 ${other})`}
        >
          {initialsOf(name)}
        </text>
      </g>
    </svg>
  );
}

/** First characters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends.map((word) => /\p{L}/u.exec(word ?? '')?.[0].toUpperCase() ?? '').join('');
}
