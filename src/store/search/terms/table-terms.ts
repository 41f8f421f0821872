import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { dictionaryOf, dictionaryOfOne, LONGEST_AROUND } from '../../../dataset/indexes/search-indexes.ts';
import type { SearchScope } from '../../../dataset/indexes/search-scope.ts';
import { formsSql } from '../../../dataset/words/spellings.ts';
import { termList } from '../../../formats/terms/term-list.ts';
import type { TermList } from '../../../formats/terms/term-list.ts';
import type { Queries } from '../../query/queries.ts';
import { keyedTerms } from './keyed-terms.ts';
import { lettersOf } from './letters-of.ts';
import type { NearTerms } from './term-dictionary.ts';

/** In three texts: rows of their own would take ten times as long to fetch. */
const termsSql = ({ words }: SearchScope): Sql =>
  sql`SELECT string_agg(text, '' ORDER BY word), string_agg(strlen(text), ' ' ORDER BY word),
  string_agg(texts, ' ' ORDER BY word) FROM ${raw(words)}`;

/** Reads all terms of a search from their table. */
export async function readTerms(rows: Queries['rows'], scope: SearchScope): Promise<TermList> {
  const [row = []] = await rows(termsSql(scope));
  const [texts, bytes, counts] = row.map((text) => (text ?? '') as string);
  return termsOf(texts, { bytes, counts });
}

/** Numbers after which others are answered: millions would keep them waiting for a second. */
const TURN_NUMBERS = 50_000;

/** Terms one after the other, and lists with spaces between of their bytes and of how often they stand in texts. */
export async function termsOf(texts = '', { bytes = '', counts = '' } = {}): Promise<TermList> {
  return termList({ texts: Buffer.from(texts), begins: await sumsOf(bytes), before: await sumsOf(counts) });
}

/** The sums of all numbers before each, and of all. */
async function sumsOf(numbers: string): Promise<Uint32Array> {
  const sums = [0];
  for (const number of numbers.split(' ')) {
    if (number !== '') sums.push((sums.at(-1) ?? 0) + Number(number));
    if (sums.length % TURN_NUMBERS === 0) await new Promise(setImmediate);
  }
  return Uint32Array.from(sums);
}

/** Looks through the tables, and the list of all terms, for terms that are near: slow, and easily seen to be right. */
export function tableTerms(queries: Queries, { scope, list }: { scope: SearchScope; list: TermList }): NearTerms {
  return {
    async alike(text, letters) {
      const length = lettersOf(text);
      const dictionary = raw(letters === 1 ? dictionaryOfOne(scope) : dictionaryOf(scope));
      const found = await queries.rows(sql`
        SELECT term FROM (${dictionary}), (SELECT ${raw(formsSql('typed', letters))} AS forms FROM (SELECT ${text}::VARCHAR AS typed))
        WHERE lettersOut > 0 AND length(text) BETWEEN ${length - letters} AND ${length + letters}
          AND list_has_any(CASE lettersOut WHEN 2 THEN ${raw(formsSql('text', 2))} ELSE ${raw(formsSql('text', 1))} END, forms)`);
      return found.map(([term]) => Number(term));
    },
    writtenAs: (key) => keyedTerms(list, key),
    async containing(part, most) {
      const found = await queries.rows(sql`
        SELECT word FROM ${raw(scope.words)} WHERE length(text) <= ${LONGEST_AROUND} AND contains(text, ${part})
        ORDER BY texts DESC, word LIMIT ${most}`);
      return found.map(([word]) => Number(word));
    },
  };
}
