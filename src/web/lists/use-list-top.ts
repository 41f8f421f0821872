import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * Brings the beginning of a list into view when it shows other rows, if it is above the window; not when the page is
 * first shown. Where one goes back to, the page's own place comes after and wins.
 */
export function useListTop(rows: string | null): RefObject<HTMLDivElement> {
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(rows);
  useLayoutEffect(() => {
    if (shown.current === rows) return;
    shown.current = rows;
    if ((top.current?.getBoundingClientRect().top ?? 0) < 0) top.current?.scrollIntoView({ behavior: 'instant' });
  }, [rows]);
  return top;
}
