/** Languages whose numbers and dates can be written, the preferred one first. */
export const LANGUAGES: readonly string[] = writable(navigator.languages);

/**
 * The reader's market, such as `DE`: titles are shown as they are called there. A language without a region stands for
 * the region where most of its speakers live.
 */
export const REGION: string | null = new Intl.Locale(LANGUAGES[0] ?? 'en').maximize().region ?? null;

/**
 * Browsers also name languages that Intl refuses, such as `en-US@posix`. Digits are Latin, as those of years: Arabic ones
 * would turn the order of numbers around in lines that run from left to right.
 */
function writable(languages: readonly string[]): readonly string[] {
  const known = languages.flatMap((language) => {
    try {
      return new Intl.Locale(language, { numberingSystem: 'latn' }).toString();
    } catch {
      return [];
    }
  });
  return known.length > 0 ? known : ['en'];
}
