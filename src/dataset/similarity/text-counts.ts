/**
 * How many titles have a keyword, or a word in their overview, of the rated titles that TMDB has. A build counts them
 * once, see SIMILAR_TMDB_TABLES; both the build and the store read the same counts.
 */
export interface TextCounts {
  /** Titles with an overview. */
  overviews: number;
  /** Titles with keywords. */
  keyworded: number;
  ofWord(word: string): number;
  ofKeyword(keyword: string): number;
  /** Titles with a word in any keyword. */
  ofKeywordWord(word: string): number;
}

/** What fewer titles have is not in the table of counts. */
export const LEAST_TEXT_TITLES = 2;

/** A row of the table of counts. */
export type TextCountKind = 'OVERVIEWS' | 'KEYWORDED' | 'WORD' | 'KEYWORD' | 'KEYWORD_WORD';

/** Collects the rows of the table of counts. */
export class TextCountTable implements TextCounts {
  overviews = 0;
  keyworded = 0;
  readonly #words = new Map<string, number>();
  readonly #keywords = new Map<string, number>();
  readonly #keywordWords = new Map<string, number>();

  add(kind: TextCountKind, { feature, titles }: { feature: string; titles: number }): void {
    if (kind === 'OVERVIEWS') this.overviews = titles;
    else if (kind === 'KEYWORDED') this.keyworded = titles;
    else if (kind === 'WORD') this.#words.set(feature, titles);
    else if (kind === 'KEYWORD') this.#keywords.set(feature, titles);
    else this.#keywordWords.set(feature, titles);
  }

  ofWord(word: string): number {
    return this.#words.get(word) ?? 1;
  }

  ofKeyword(keyword: string): number {
    return this.#keywords.get(keyword) ?? 1;
  }

  ofKeywordWord(word: string): number {
    return this.#keywordWords.get(word) ?? 1;
  }
}
