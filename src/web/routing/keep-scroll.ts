import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';

/** Number of addresses whose place is known. */
const MOST_PLACES = 100;

const places = new Map<string, number>();
/** Address that one has gone back or forward to. */
let returnedTo: string | undefined;

const here = (): string => location.pathname + location.search;

addEventListener('popstate', () => (returnedTo = here()), { capture: true });

/** Follows the place of each page, until the next page is shown. */
function follow(): void {
  const url = here();
  places.delete(url);
  places.set(url, scrollY);
  const [first] = places.keys();
  if (places.size > MOST_PLACES && first !== undefined) places.delete(first);
}

/**
 * Brings a page that one goes back to, to the place where it was left. A browser does so before the page has its
 * content, and therefore not. `isReady` says that the content is there.
 */
export function useKeptScroll(isReady: boolean): void {
  const { url } = useLocation();
  useLayoutEffect(() => {
    if (!isReady) return;
    const place = returnedTo === url ? places.get(url) : undefined;
    returnedTo = undefined;
    if (place !== undefined) scrollTo({ top: place, behavior: 'instant' });
    addEventListener('scroll', follow, { passive: true });
    return () => removeEventListener('scroll', follow);
  }, [url, isReady]);
}
