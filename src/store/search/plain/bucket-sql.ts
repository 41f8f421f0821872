import type { Bindings } from '../../../duckdb/bindings.ts';
import { bucketsOf } from '../ranking/buckets.ts';
import type { Bucket, Has, Kind } from '../ranking/buckets.ts';
import { IS_AKA } from '../ranking/search-filter.ts';
import type { QueryWord } from '../terms/read-query.ts';

/** How a text has the words of a query: columns for each word, and the conditions that they make. */
export interface WordColumns {
  /** Aggregates over the words of one text. */
  columns: readonly string[];
  has: (has: Has) => string;
}

export function wordColumns(
  words: readonly QueryWord[],
  { bind, name }: { bind: Bindings; name: string },
): WordColumns {
  const columns = words.flatMap((word, at) => [
    `bool_or(${isWord(word, bind)}) AS ${name}WORDS${at}`,
    `bool_or(position = ${at} AND ${isWord(word, bind)}) AS ${name}PREFIX${at}`,
    `bool_or(position = ${at} AND fieldLength = ${words.length} AND ${isWhole(word, bind)}) AS ${name}EXACT${at}`,
  ]);
  return { columns, has: (has) => words.map((_, at) => `${name}${has}${at}`).join(' AND ') || 'false' };
}

/** The bucket of a text that has the words that are wanted. `year` is a year in the query, which it need not have. */
export function bucketSql(
  kind: Kind,
  { typed, wanted, year }: { typed: WordColumns; wanted: WordColumns; year: string | undefined },
): string {
  const buckets = bucketsOf(kind, { hinted: year !== undefined });
  const first = (words: WordColumns, hint: Bucket['year']): string =>
    `CASE ${buckets
      .filter((bucket) => bucket.year === hint)
      .map(({ bucket, has, akas }) => `WHEN ${words.has(has)} AND ${AKAS[akas]} THEN ${bucket}`)
      .join(' ')} END`;
  if (year === undefined) return first(typed, undefined);
  return `CASE WHEN ${typed.has('WORDS')} THEN ${first(typed, 'SAME')}
    WHEN startYear = ${year} THEN ${first(wanted, 'SAME')} ELSE ${first(wanted, 'OTHER')} END`;
}

const AKAS: Record<Bucket['akas'], string> = { NO: `NOT (${IS_AKA})`, ALONE: IS_AKA, TOO: 'true' };

/** What a folded text must hold to have all words: tells most texts apart before their words are looked at. */
export function mayHave(words: readonly QueryWord[], bind: Bindings): string {
  const single = words.flatMap(({ spellings: [only, ...others] }) =>
    only === undefined || others.length > 0 ? [] : [`contains(' ' || folded, ${bind.text(` ${only.text}`)})`],
  );
  return single.join(' AND ') || 'true';
}

/** Whether `word` is one that the query's may stand for. */
function isWord({ spellings }: QueryWord, bind: Bindings): string {
  const [whole, open] = [spellings.filter(isSingle), spellings.filter((one) => !isSingle(one))];
  const ways = open.map(({ text }) => `starts_with(word, ${bind.text(text)})`);
  if (whole.length > 0) ways.push(`word IN (${whole.map(({ text }) => bind.text(text)).join(', ')})`);
  return ways.length === 0 ? 'false' : `(${ways.join(' OR ')})`;
}

/** Whether it is itself one word, and not the beginning of others. */
function isSingle({ range: [first, last], whole }: QueryWord['spellings'][number]): boolean {
  return first === last && first === whole;
}

function isWhole({ spellings }: QueryWord, bind: Bindings): string {
  const whole = spellings.filter((one) => one.whole !== null);
  return whole.length === 0 ? 'false' : `word IN (${whole.map(({ text }) => bind.text(text)).join(', ')})`;
}
