import type { WorkConnection } from '../../jobs/work-database.ts';

/** Where the keys of a table's rows stand before the rows are made, with about as many rows as the table will have. */
export interface KeySource {
  /** A table or view. */
  relation: string;
  /** Its integer column of keys. */
  key: string;
  /** The table's column of the same keys, where it has another name. */
  column?: string;
  /** Condition on the table's rows that have their keys from here, where others have them from elsewhere. */
  of?: string;
}

/** Keys that are looked at to find where to cut: this share tells as much as all of them. */
const ONE_OF = 64;

/**
 * Conditions that cut the rows of a table into ranges of their key, in the order of the sources and of the keys, each of
 * about as many rows as are sorted at once. One range has no condition to speak of.
 */
export async function sortingRanges(
  database: WorkConnection,
  { over, rowsAtOnce }: { over: readonly KeySource[]; rowsAtOnce: number },
): Promise<readonly string[]> {
  const ranges: string[] = [];
  for (const source of over) ranges.push(...(await rangesOf(database, { source, rowsAtOnce })));
  return ranges;
}

async function rangesOf(
  database: WorkConnection,
  { source, rowsAtOnce }: { source: KeySource; rowsAtOnce: number },
): Promise<readonly string[]> {
  const { relation, key, column = key, of = 'true' } = source;
  const [counted] = await database.rows(`SELECT count(*) AS rows FROM ${relation}`);
  const wanted = Math.ceil(Number(counted?.rows) / rowsAtOnce);
  if (wanted <= 1) return [of];
  const shares = Array.from({ length: wanted - 1 }, (_, index) => (index + 1) / wanted);
  const found = await database.rows(
    `SELECT DISTINCT unnest(quantile_disc(${key}, [${shares.join(', ')}])) AS cut
     FROM ${relation} WHERE ${key} % ${ONE_OF} = 0 ORDER BY cut`,
  );
  const cuts = found.flatMap(({ cut }) => (cut === null ? [] : [Number(cut)]));
  return [undefined, ...cuts].map((from, index) => {
    const to = cuts[index];
    const bounds = [
      ...(from === undefined ? [] : [`${column} >= ${from}`]),
      ...(to === undefined ? [] : [`${column} < ${to}`]),
    ];
    return [of, ...bounds].join(' AND ');
  });
}
