import type { ComponentChildren, JSX } from 'preact';
import { useLocation } from 'preact-iso';

import { tokenOfTab, useToken } from '../data/token.ts';
import { sourceNameOf } from '../lists/source.ts';
import { ForgetToken } from '../parts/forget-token.tsx';
import { BASE, href, serverUrl } from '../routing/base.ts';
import { SearchBox } from './search-box.tsx';

/** Where to go from every page; `below` is the beginning of the paths of a part, where it has several. */
const PARTS: readonly { words: string; to: string; below?: string }[] = [
  { words: 'Charts', to: '/chart/top-rated-movies', below: '/chart/' },
  { words: 'Browse', to: '/search' },
  { words: 'Paths', to: '/path' },
  { words: 'Compare', to: '/compare' },
  { words: 'Data', to: '/dataset' },
];

/** What every page has around its content: the way home, the search, and where else to go. */
export function Frame({ children }: { children: ComponentChildren }): JSX.Element {
  const { url, path, query } = useLocation();
  useToken();
  const isHome = path === BASE || `${path}/` === BASE;
  return (
    <>
      <a class="sr-only focus:not-sr-only" href={`${url}#content`} onClick={focusContent}>
        Skip to the content
      </a>
      <header class="top">
        <p class="brand">
          <a href={href('/')}>marquee</a>
        </p>
        <SearchBox
          hasFocus={isHome}
          text={path.endsWith('/search') ? (query['q'] ?? '') : ''}
          source={sourceNameOf(query['source'])}
        />
        <nav class="no-print flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label="Parts of the site">
          {PARTS.map(({ words, to, below = to }) => (
            <a
              key={to}
              class="aria-[current=true]:underline"
              href={href(to)}
              aria-current={path.startsWith(href(below))}
            >
              {words}
            </a>
          ))}
        </nav>
      </header>
      {/* As high as the window while a page is fetched, so that the footer does not move. */}
      <div id="content" class="min-h-screen print:min-h-0">
        {children}
      </div>
      <footer class="mx-auto max-w-6xl px-4 pb-6 text-sm text-soft">
        <div class="border-t border-line pt-6">
          <p>Information courtesy of IMDb (https://www.imdb.com). Used with permission.</p>
          <p class="no-print">
            <a class="link" href={serverUrl('/graphql')} target="_blank" rel="noreferrer">
              GraphiQL
            </a>{' '}
            ·{' '}
            <a class="link" href={href('/dataset')}>
              Where the data is from
            </a>{' '}
            ·{' '}
            <a class="link" href={href('/admin')} rel="nofollow">
              Administration
            </a>
            {tokenOfTab() !== undefined && (
              <>
                {' '}
                · <ForgetToken class="link cursor-pointer" />
              </>
            )}
          </p>
        </div>
      </footer>
    </>
  );
}

/** Moves the focus to the heading of the page. The router, which listens above, would go to another address. */
function focusContent(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
  document.querySelector<HTMLElement>('#content h1')?.focus();
}
