import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

/** Addresses of one picture by its width in pixels, such as `w342`; all null if there is no picture. */
export type PictureWidths = Readonly<Record<`w${number}`, string | null>>;

export interface PictureProps {
  widths: PictureWidths;
  /** How wide it is shown, as in the attribute `sizes` of an image. */
  sizes: string;
  /** Words that stand for it; empty where the text beside it says what it shows. */
  alt: string;
  /** Classes of the picture's place: its width, its form and its corners. */
  class: string;
  /** Drawn in its place: seen until the picture is there, and instead of one that does not load. */
  children: ComponentChildren;
}

/** A picture of TMDB's over the one that the app draws, in a place of the same size: nothing moves when it comes. */
export function Picture({ widths, sizes, alt, class: className, children }: PictureProps): JSX.Element {
  const [failed, setFailed] = useState<string>();
  const sources = sourcesOf(widths);
  const [smallest] = sources;
  const isShown = smallest !== undefined && smallest.url !== failed;
  return (
    <div class={`relative shrink-0 overflow-hidden ${className}`}>
      {children}
      {isShown && (
        // Another picture is another element, so that the one before is not seen in its place.
        <img
          key={smallest.url}
          class="absolute inset-0 size-full object-cover object-[50%_20%]"
          loading="lazy"
          decoding="async"
          width={smallest.width}
          height={Math.round(smallest.width * 1.5)}
          alt={alt}
          sizes={sizes}
          srcset={sources.map(({ url, width }) => `${url} ${width}w`).join(', ')}
          src={smallest.url}
          onError={() => setFailed(smallest.url)}
        />
      )}
    </div>
  );
}

/** The addresses that there are, the narrowest first. */
function sourcesOf(widths: PictureWidths): { url: string; width: number }[] {
  return Object.entries(widths)
    .flatMap(([name, url]) => {
      const width = Number(/^w(\d+)$/.exec(name)?.[1]);
      return url === null || Number.isNaN(width) ? [] : [{ url, width }];
    })
    .sort((one, other) => one.width - other.width);
}
