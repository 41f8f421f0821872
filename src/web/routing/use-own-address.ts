import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';

import { href } from './base.ts';

/** Goes on to the page that something is found at now, in place of the one that was asked for; undefined stays. */
export function useOwnAddress(path: string | undefined): void {
  const { route } = useLocation();
  useEffect(() => {
    if (path !== undefined) route(href(path), true);
  }, [path]);
}
