import { useId } from 'preact/hooks';
import type { JSX } from 'preact';

import { colourOf } from '../words/genre-hues.ts';
import { chanceOf } from './chance.ts';

export interface CoverProps {
  id: string;
  title: string;
  genres: readonly string[];
  class?: string;
}

/**
 * A cover drawn for a title: the colours of its first two genres, discs and beams placed by a hash of its id, and its
 * initials. The same title always has the same cover. It says nothing that the page does not say, so that screen
 * readers pass it over.
 */
export function Cover({ id, title, genres, class: className = 'w-16' }: CoverProps): JSX.Element {
  const clip = useId();
  const chance = chanceOf(id);
  const [first, second = first] = genres;
  const initials = initialsOf(title);
  const beams = [0, 1, 2].map(() => ({ x: chance() * 200, angle: chance() * 60 - 30, width: 14 + chance() * 40 }));
  const disc = { x: 30 + chance() * 140, y: 50 + chance() * 110, r: 34 + chance() * 42 };
  return (
    <svg viewBox="0 0 200 300" class={`${className} aspect-2/3 shrink-0 rounded-sm`} aria-hidden="true">
      <clipPath id={clip}>
        <rect width="200" height="300" />
      </clipPath>
      <g clip-path={`url(#${clip})`}>
        <rect width="200" height="300" fill={colourOf(first, { lightness: 0.34, chroma: 0.1 })} />
        {beams.map(({ x, angle, width }) => (
          <rect
            x={x - width / 2}
            y={-60}
            width={width}
            height={420}
            transform={`rotate(${angle} ${x} 150)`}
            fill={colourOf(second, { lightness: 0.55, chroma: 0.13 })}
            opacity="0.35"
          />
        ))}
        <circle
          cx={disc.x}
          cy={disc.y}
          r={disc.r}
          fill={colourOf(second, { lightness: 0.74, chroma: 0.13 })}
          opacity="0.85"
        />
        <rect
          y="200"
          width="200"
          height="100"
          fill={colourOf(first, { lightness: 0.22, chroma: 0.07 })}
          opacity="0.9"
        />
        <text
          x="14"
          y="272"
          font-size={initials.length > 2 ? 46 : 58}
          font-family="var(--font-display)"
          font-weight="700"
          fill={colourOf(second, { lightness: 0.94, chroma: 0.04 })}
        >
          {initials}
        </text>
      </g>
    </svg>
  );
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
