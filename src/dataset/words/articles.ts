/**
 * Articles as they are folded, of English, French, German, Spanish, Italian, Portuguese, Dutch, the Scandinavian languages,
 * Hungarian and Greek. Those that an apostrophe joins to their word are words of their own in one reading of a text.
 */
const ARTICLES = [
  ...'the a an'.split(' '),
  ...'le la les un une des'.split(' '),
  ...'der die das ein eine'.split(' '),
  ...'el los las lo una unos unas'.split(' '),
  ...'il gli i uno'.split(' '),
  ...'o os as um uma'.split(' '),
  ...'de het een'.split(' '),
  ...'den det en ett et'.split(' '),
  ...'az egy'.split(' '),
  ...'ο η το οι τα ενας μια ενα'.split(' '),
];

/** Articles and prepositions of French, Italian and Catalan that an apostrophe joins to their word. */
export const ELISIONS = 'l d qu un dell all dall nell gl'.split(' ');

const KNOWN: ReadonlySet<string> = new Set(ARTICLES);

export function isArticle(word: string): boolean {
  return KNOWN.has(word);
}

/** SQL for whether a folded title is an article and something more. */
export function hasArticleSql(folded: string): string {
  return `(contains(${folded}, ' ') AND split_part(${folded}, ' ', 1) IN ('${ARTICLES.join("', '")}'))`;
}

/** SQL for whether a further reading of a title is an article that an apostrophe joined, and something more. */
export function hasElisionSql(folded: string): string {
  return `(contains(${folded}, ' ') AND split_part(${folded}, ' ', 1) IN ('${ELISIONS.join("', '")}'))`;
}

/** The same of a name: of a band or a stage name. What else looks like an article, as in "An Nguyen", is a given name. */
export function nameHasArticleSql(folded: string): string {
  return `starts_with(${folded}, 'the ')`;
}
