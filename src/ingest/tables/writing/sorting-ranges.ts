import type { WorkConnection } from '../../jobs/work-database.ts';

/** Keys that are looked at to find where to cut: this share tells as much as all of them. */
const ONE_OF = 64;

/**
 * Conditions on an integer key that cut what holds it into ranges, in their order, of about as many rows as are sorted
 * at once. One range has no condition to speak of.
 */
export async function sortingRanges(
  database: WorkConnection,
  { over, key, rowsAtOnce }: { over: string; key: string; rowsAtOnce: number },
): Promise<readonly string[]> {
  const [counted] = await database.rows(`SELECT count(*) AS rows FROM ${over}`);
  const wanted = Math.ceil(Number(counted?.rows) / rowsAtOnce);
  if (wanted <= 1) return ['true'];
  const shares = Array.from({ length: wanted - 1 }, (_, index) => (index + 1) / wanted);
  const found = await database.rows(
    `SELECT DISTINCT unnest(quantile_disc(${key}, [${shares.join(', ')}])) AS cut
     FROM ${over} WHERE ${key} % ${ONE_OF} = 0 ORDER BY cut`,
  );
  const cuts = found.flatMap(({ cut }) => (cut === null ? [] : [Number(cut)]));
  return [undefined, ...cuts].map((from, index) => {
    const to = cuts[index];
    return [from === undefined ? 'true' : `${key} >= ${from}`, to === undefined ? 'true' : `${key} < ${to}`].join(
      ' AND ',
    );
  });
}
