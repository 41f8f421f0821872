/**
 * Articles as they are folded, of English, French, German, Spanish, Italian, Portuguese, Dutch, the Scandinavian languages,
 * Hungarian and Greek. An article that an apostrophe joins to its word is no word of its own once it is folded.
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

const KNOWN: ReadonlySet<string> = new Set(ARTICLES);

export function isArticle(word: string): boolean {
  return KNOWN.has(word);
}

/** SQL for whether a folded title is an article and something more. */
export function hasArticleSql(folded: string): string {
  return `(contains(${folded}, ' ') AND split_part(${folded}, ' ', 1) IN ('${ARTICLES.join("', '")}'))`;
}

/** The same of a name: of a band or a stage name. What else looks like an article, as in "An Nguyen", is a given name. */
export function nameHasArticleSql(folded: string): string {
  return `starts_with(${folded}, 'the ')`;
}
