import { fold, wordsOf } from '../../dataset/words/fold.ts';
import { MATCHES } from '../../dataset/indexes/search-indexes.ts';
import type { Condition } from '../query/conditions.ts';
import { NOTHING } from '../query/filter-conditions.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { textsWith } from '../search/plain/texts-sql.ts';
import { foldedWords, readWords } from '../search/terms/read-query.ts';
import type { QueryWord } from '../search/terms/read-query.ts';

/* Whole words inside of filters. The postings of search tell who has them: no text is read, and none is folded anew. */

/** The joins of many more words would take minutes to plan. */
const MOST_JOINED = 6;

type Kind = Exclude<(typeof MATCHES)[number], 'AKA'>;

/** A text that filters look at: its column, and the condition that it has each of some words. */
export interface FilteredText {
  column: string;
  haveWords: (scan: SearchIndex, words: string) => Promise<Condition>;
}

/** Of `person_list`. */
export const NAME: FilteredText = {
  column: 'primaryName',
  haveWords: async (scan, text) => keysIn('nconst', idsWith(await readWords(scan, text), 'NAME')),
};

/** Of `title_list`: the title that is shown, the original one where that is all there is. */
export const PRIMARY_TITLE: FilteredText = {
  column: 'coalesce(primaryTitle, originalTitle)',
  async haveWords(scan, text) {
    const words = await readWords(scan, text);
    const only = `SELECT id FROM (${idsWith(words, 'ORIGINAL')})
      WHERE id IN (SELECT tconst FROM title_list WHERE primaryTitle IS NULL)`;
    return keysIn('tconst', `${idsWith(words, 'PRIMARY')} UNION ALL ${only}`);
  },
};

/** Letters and digits that folding leaves, whatever it makes of them. */
const LETTERED = '[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{N}]';

/**
 * Of `title_list`. One that folds to the primary title has no postings of its own: then it has the words of that. Nor has
 * one that is missing or folds to nothing.
 */
export const ORIGINAL_TITLE: FilteredText = {
  column: 'originalTitle',
  async haveWords(scan, text) {
    const words = await readWords(scan, text);
    const { sql } = keysIn(
      'tconst',
      `${idsWith(words, 'ORIGINAL')} UNION ALL ${idsWith(words, 'PRIMARY', { without: 'ORIGINAL' })}`,
    );
    const isText = `regexp_matches(originalTitle, '${LETTERED}') OR ${fold('originalTitle')} <> ''`;
    return { sql: `${sql} AND (${isText})`, values: [] };
  },
};

/** Of anything small: each text is folded. */
export function foldedText(column: string): FilteredText {
  return {
    column,
    async haveWords(scan, text) {
      const words = await foldedWords(scan, text);
      if (words.length === 0) return NOTHING;
      return { sql: `list_has_all(${wordsOf(fold(column))}, ${wordsOf('$1')})`, values: [words.join(' ')] };
    },
  };
}

function keysIn(key: string, ids: string): Condition {
  return { sql: `${key} IN (${ids})`, values: [] };
}

/** A condition on rows that were joined with an `id`: naming it keeps DuckDB from testing all rows before the join. */
export function afterJoin(condition: string): string {
  return `CASE WHEN id IS NULL THEN false ELSE ${condition} END`;
}

/**
 * A SELECT of the ids of all that have each of the words in a text of this kind, and that have no text of the kind
 * `without`; of none where there are no words.
 */
export function idsWith(words: readonly QueryWord[], kind: Kind, { without }: { without?: Kind } = {}): string {
  const person = kind === 'NAME' ? 'person' : 'NOT person';
  if (words.length === 0 || words.some(({ spellings }) => spellings.length === 0))
    return `SELECT id FROM search_ranks WHERE ${person} AND false`;
  const others =
    without === undefined
      ? ''
      : `ANTI JOIN (SELECT rank FROM search_postings WHERE ${isOf(without)} AND place = 0) USING (rank)`;
  return `SELECT id FROM search_ranks
    SEMI JOIN (${ranksWith(words, isOf(kind))}) USING (rank) ${others} WHERE ${person}`;
}

/** A SELECT of the ranks of texts that have all words; `isKind` leaves one text of each entity. */
function ranksWith(words: readonly QueryWord[], isKind: string): string {
  if (words.length > MOST_JOINED) {
    return `SELECT rank FROM search_postings WHERE ${isKind} AND word IN (${words.map(numberOf).join(', ')})
      GROUP BY rank HAVING count(DISTINCT word) = ${words.length}`;
  }
  // DuckDB expects more of a range than of one number, and looks the larger side of a join up in the smaller one.
  const several = words.length > 1;
  const slices = words.map((word) => ({
    words: several ? `word BETWEEN ${numberOf(word)} AND ${numberOf(word)}` : `word = ${numberOf(word)}`,
    texts: word.texts,
  }));
  return textsWith(slices, { where: isKind, filter: 'true' });
}

function numberOf({ spellings }: QueryWord): number {
  return spellings[0]?.whole ?? -1;
}

/** Whether a text is of a kind of which each entity has one at most, as a condition on the postings. */
function isOf(kind: Kind): string {
  return `text = ${MATCHES.indexOf(kind)}`;
}
