import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';

import { href } from '../routing/base.ts';
import { isTmdbId, kindOfId } from '../routing/kind-of-id.ts';
import { Heading } from './page.tsx';

/** What helps where there is nothing at an address: what it may have meant, and where to look. */
export function NotFound({ what = 'page' }: { what?: string }): JSX.Element {
  const { path } = useLocation();
  const words = wordsOf(path);
  const kind = kindOfId(words);
  useEffect(() => {
    document.title = 'Not found · marquee';
  }, []);
  return (
    <div class="notice">
      <Heading class="mb-2 text-2xl">There is no such {what}</Heading>
      <p class="mb-4">
        Nothing is at <code class="break-all">{path}</code>.
        {kind === what &&
          (isTmdbId(words)
            ? ' TMDB has it no more, or this server has no data of it.'
            : ' What IMDb has merged or deleted leaves its files.')}
      </p>
      <p class="flex flex-wrap gap-2">
        {kind !== undefined && kind !== what && (
          <a class="button-main" href={href(`/${kind}/${words}`)}>
            The {kind} {words}
          </a>
        )}
        {words !== '' && kind === undefined && (
          <a class="button-main" href={href('/search', { q: words })}>
            Search for “{words}”
          </a>
        )}
        <a class="button" href={href('/')}>
          Home
        </a>
        <a class="button" href={href('/chart/top-rated-movies')}>
          Top rated movies
        </a>
      </p>
    </div>
  );
}

/** The last part of an address as words. */
function wordsOf(path: string): string {
  const last = path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last).replaceAll(/[-_+]/g, ' ').trim();
  } catch {
    return '';
  }
}
