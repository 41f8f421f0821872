/** The table of what exports have put into a file. */
export const RECORD = 'marquee_export';

/** The table of the steps of the loading. */
export const STEPS = 'marquee_steps';

/** The file that is loaded, beside the one that is served. */
export function loadingPath(path: string): string {
  return `${path}.loading`;
}
