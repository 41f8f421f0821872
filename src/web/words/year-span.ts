/** First and last year, such as `1999–2004`, or one alone where they are the same; undefined if they are not known. */
export function asYearSpan(first: number | null, last: number | null): string | undefined {
  if (first === null) return undefined;
  return last === null || last === first ? String(first) : `${first}–${last}`;
}
