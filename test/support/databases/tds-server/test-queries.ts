import { columnOf, rowsOf, SqlError, tableAt } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { answer } from './session.ts';
import type { Session, Statement } from './session.ts';
import type { Answer } from './tokens.ts';

/** `SELECT (SELECT count(*) FROM …), …`, which the tests of every engine ask. */
export function selectAsTests({ catalogue }: Session, { sql }: Statement): Answer {
  const counts = [...sql.matchAll(/\(SELECT count\(\*\) FROM (\w+)\)/g)].map(([, name = '']) =>
    countOf(catalogue, name),
  );
  return answer(Object.fromEntries(counts.map((_, index) => [`c${index}`, 'int' as const])), [counts]);
}

function countOf(catalogue: Catalogue, name: string): number {
  if (name !== 'movies_with_ratings') return rowsOf(tableAt(catalogue, `dbo.${name}`)).length;
  if (catalogue.objects.get(`dbo.${name}`)?.kind !== 'view') throw new SqlError(208, `Invalid object name '${name}'.`);
  const [titles, ratings] = [tableAt(catalogue, 'dbo.title_basics'), tableAt(catalogue, 'dbo.title_ratings')];
  const rated = new Set(rowsOf(ratings).map((row) => row[columnOf(ratings, 'tconst')]));
  const [id, type] = [columnOf(titles, 'tconst'), columnOf(titles, 'titleType')];
  return rowsOf(titles).filter((row) => row[type] === 'movie' && rated.has(row[id])).length;
}
