import { DICTIONARY, DICTIONARY_OF_ONE, LONGEST_AROUND } from '../../../dataset/indexes/search-indexes.ts';
import { formsSql } from '../../../dataset/words/spellings.ts';
import { bindings } from '../../../duckdb/bindings.ts';
import { termList } from '../../../formats/terms/term-list.ts';
import type { TermList } from '../../../formats/terms/term-list.ts';
import type { Queries } from '../../query/queries.ts';
import { lettersOf } from './letters-of.ts';
import type { NearTerms } from './term-dictionary.ts';

/** In three texts: rows of their own would take ten times as long to fetch. */
const TERMS = `SELECT string_agg(text, '' ORDER BY word), string_agg(strlen(text), ' ' ORDER BY word),
  string_agg(texts, ' ' ORDER BY word) FROM search_words`;

/** Reads all terms from their table. */
export async function readTerms(rows: Queries['rows']): Promise<TermList> {
  const [row = []] = await rows(TERMS, []);
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

/** Looks through the tables for terms that are near: slow, and easily seen to be right. */
export function tableTerms(queries: Queries): NearTerms {
  return {
    async alike(text, letters) {
      const bind = bindings();
      const length = lettersOf(text);
      const [least, most] = [bind.integer(length - letters), bind.integer(length + letters)];
      const typed = formsSql(`${bind.text(text)}::VARCHAR`, letters);
      const found = await queries.rows(
        `SELECT term FROM (${letters === 1 ? DICTIONARY_OF_ONE : DICTIONARY}) WHERE lettersOut > 0 AND length(text) BETWEEN ${least} AND ${most}
          AND list_has_any(CASE lettersOut WHEN 2 THEN ${formsSql('text', 2)} ELSE ${formsSql('text', 1)} END, ${typed})`,
        bind.values,
      );
      return found.map(([term]) => Number(term));
    },
    async containing(part, most) {
      const bind = bindings();
      const found = await queries.rows(
        `SELECT word FROM search_words WHERE length(text) <= ${LONGEST_AROUND} AND contains(text, ${bind.text(part)})
          ORDER BY texts DESC, word LIMIT ${bind.integer(most)}`,
        bind.values,
      );
      return found.map(([word]) => Number(word));
    },
  };
}
