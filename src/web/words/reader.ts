/** The reader's languages, the preferred one first. */
export const LANGUAGES: readonly string[] = navigator.languages.length > 0 ? navigator.languages : ['en'];

/**
 * The reader's market, such as `DE`: titles are shown as they are called there. A language without a region stands for
 * the region where most of its speakers live.
 */
export const REGION: string | null = regionOf(LANGUAGES[0] ?? 'en');

function regionOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().region ?? null;
  } catch {
    return null;
  }
}
