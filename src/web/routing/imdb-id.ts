/** What an id of IMDb names, by its first letters; undefined for other texts. */
export function kindOfId(text: string): 'title' | 'person' | undefined {
  if (/^tt\d+$/i.test(text)) return 'title';
  return /^nm\d+$/i.test(text) ? 'person' : undefined;
}
