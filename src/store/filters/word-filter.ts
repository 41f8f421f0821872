import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { fold, wordsOf } from '../../dataset/words/fold.ts';
import type { Condition } from '../query/conditions.ts';
import { anyOf, NOTHING } from '../query/filter-conditions.ts';
import { methodOf } from '../search/method/method-of.ts';
import { foldedWords, readWords } from '../search/terms/read-query.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import type { IdSelect, OwnTexts } from '../search/terms/search-method.ts';

/* Whole words inside of filters. Search tells what has them: no text is read, and none is folded anew. */

/** A text that filters look at: its column, and the condition that it has each of some words. */
export interface FilteredText {
  column: string;
  haveWords: (queries: SearchIndex, words: string) => Promise<Condition>;
}

/** Of `person_list`. */
export const NAME: FilteredText = {
  column: 'primaryName',
  haveWords: async (queries, text) => keysIn('nconst', await idsWith(queries, { text, in: [{ kind: 'NAME' }] })),
};

/** Of `title_list`: the title that is shown, the original one where that is all there is. */
export const PRIMARY_TITLE: FilteredText = {
  column: 'coalesce(primaryTitle, originalTitle)',
  async haveWords(queries, text) {
    const primary = keysIn('tconst', await idsWith(queries, { text, in: [{ kind: 'PRIMARY' }] }));
    const only = await idsWith(queries, { text, in: [{ kind: 'ORIGINAL', isOnly: true }] });
    // Next to no title has but an original one.
    if (only.values.length === 0) return primary;
    return anyOf([primary, sql`primaryTitle IS NULL AND ${keysIn('tconst', only)}`]);
  },
};

/** Letters and digits that folding leaves, whatever it makes of them. */
const LETTERED = '[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{N}]';

/**
 * Of `title_list`. One that folds to the primary title has no text of its own: then it has the words of that. Nor has one
 * that is missing or folds to nothing.
 */
export const ORIGINAL_TITLE: FilteredText = {
  column: 'originalTitle',
  async haveWords(queries, text) {
    const ids = await idsWith(queries, { text, in: [{ kind: 'ORIGINAL' }, { kind: 'PRIMARY', isOnly: true }] });
    const isText = `regexp_matches(originalTitle, '${LETTERED}') OR ${fold('originalTitle')} <> ''`;
    return sql`${keysIn('tconst', ids)} AND (${raw(isText)})`;
  },
};

/** Of anything small: each text is folded. */
export function foldedText(column: string): FilteredText {
  return {
    column,
    async haveWords(queries, text) {
      const words = await foldedWords(queries, text);
      if (words.length === 0) return NOTHING;
      return sql`list_has_all(${raw(wordsOf(fold(column)))}, string_split(${words.join(' ')}, ' '))`;
    },
  };
}

/** A SELECT of the ids of all that have each of the words in one of some texts; of none where there are no words. */
export async function idsWith(
  queries: SearchIndex,
  { text, in: texts }: { text: string; in: readonly OwnTexts[] },
): Promise<IdSelect> {
  const words = await readWords(queries, text);
  return methodOf(queries).having(words, texts);
}

function keysIn(key: string, ids: IdSelect): Condition {
  return Object.assign(sql`${raw(key)} IN (${ids})`, { listedKeys: ids.listedKeys });
}

/** A condition on rows that were joined with an `id`: naming it keeps DuckDB from testing all rows before the join. */
export function afterJoin(condition: Sql): Sql {
  return sql`CASE WHEN id IS NULL THEN false ELSE ${condition} END`;
}
