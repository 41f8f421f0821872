import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import type { Bucket, Has } from '../ranking/buckets.ts';
import { IS_AKA } from '../ranking/search-filter.ts';
import type { QueryWord } from '../terms/read-query.ts';

/** How a text has the words of a query: columns for each word, and the conditions that they make. */
export interface WordColumns {
  /** Aggregates over the words of one text. */
  columns: readonly Sql[];
  has: (has: Has) => Sql;
}

export function wordColumns(words: readonly QueryWord[], name: string): WordColumns {
  const column = (has: Has, at: number): Sql => raw(`${name}${has}${at}`);
  const columns = words.flatMap((word, at) => [
    sql`bool_or(${isWord(word)}) AS ${column('WORDS', at)}`,
    sql`bool_or(position = ${at} AND ${isWord(word)}) AS ${column('PREFIX', at)}`,
    sql`bool_or(position = ${at} AND fieldLength = ${words.length} AND ${isWhole(word)}) AS ${column('EXACT', at)}`,
    sql`bool_or(hasArticle AND position = ${at + 1} AND fieldLength = ${words.length + 1} AND ${isWhole(word)})
      AS ${column('ARTICLE', at)}`,
  ]);
  const has = (wanted: Has): readonly Sql[] => words.map((_, at) => column(wanted, at));
  return { columns, has: (wanted) => (words.length === 0 ? sql`false` : join(has(wanted), ' AND ')) };
}

/**
 * The bucket of a text that has the words that are wanted; null where those of a wording make none of it. `year` is a
 * year in the query, which it need not have.
 */
export function bucketSql(
  buckets: readonly Bucket[],
  { typed, wanted, year }: { typed: WordColumns; wanted: WordColumns; year: number | undefined },
): Sql {
  const first = (words: WordColumns, hint: Bucket['year']): Sql => {
    const cases = buckets
      .filter((bucket) => bucket.year === hint)
      .map(({ bucket, has, akas }) => sql`WHEN ${words.has(has)} AND ${AKAS[akas]} THEN ${raw(String(bucket))}`);
    return join(cases, ' ', 'CASE ', ' END');
  };
  if (year === undefined) return first(typed, undefined);
  return sql`CASE WHEN ${typed.has('WORDS')} THEN ${first(typed, 'SAME')}
    WHEN startYear = ${year} THEN ${first(wanted, 'SAME')} ELSE ${first(wanted, 'OTHER')} END`;
}

const AKAS: Record<Bucket['akas'], Sql> = { NO: sql`NOT (${IS_AKA})`, ALONE: IS_AKA, TOO: sql`true` };

/** What a folded text must hold to have all words: tells most texts apart before their words are looked at. */
export function mayHave(words: readonly QueryWord[]): Sql {
  const single = words.flatMap(({ spellings: [only, ...others] }) =>
    only === undefined || others.length > 0 ? [] : [sql`contains(' ' || folded, ${` ${only.text}`})`],
  );
  return single.length === 0 ? sql`true` : join(single, ' AND ');
}

/** Whether `word` is one that the query's may stand for. */
function isWord({ spellings }: QueryWord): Sql {
  const [whole, open] = [spellings.filter(isSingle), spellings.filter((one) => !isSingle(one))];
  const ways = open.map(({ text }) => sql`starts_with(word, ${text})`);
  if (whole.length > 0) ways.push(sql`word IN (${join(whole.map(({ text }) => text))})`);
  return ways.length === 0 ? sql`false` : join(ways, ' OR ', '(', ')');
}

/** Whether it is itself one word, and not the beginning of others. */
function isSingle({ range: [first, last], whole }: QueryWord['spellings'][number]): boolean {
  return first === last && first === whole;
}

function isWhole({ spellings }: QueryWord): Sql {
  const whole = spellings.filter((one) => one.whole !== null);
  return whole.length === 0 ? sql`false` : sql`word IN (${join(whole.map(({ text }) => text))})`;
}
