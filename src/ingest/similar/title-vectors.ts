import type { DuckDBConnection } from '@duckdb/node-api';

import { FeatureTable } from '../../dataset/similarity/feature-counts.ts';
import type { CountedKind } from '../../dataset/similarity/feature-counts.ts';
import type { PersonFact, TitleFacts } from '../../dataset/similarity/title-facts.ts';
import { vectorOf } from '../../dataset/similarity/title-vector.ts';
import type { TitleVector } from '../../dataset/similarity/title-vector.ts';
import { NO_YEAR } from './compared-titles.ts';

/** SELECTs that vectors are made of, see similar-tables.ts. */
export interface VectorInput {
  counts: string;
  /** In the order of the titles, as the credits. */
  titles: string;
  credits: string;
}

/** The vectors of titles, in their order. Two connections, as both SELECTs are read side by side. */
export async function* titleVectors(
  [connection, other]: readonly [DuckDBConnection, DuckDBConnection],
  { counts, titles, credits }: VectorInput,
): AsyncGenerator<TitleVector> {
  const table = await readCounts(connection, counts);
  const ofTitle = creditsInOrder(rowsOf(other, credits));
  for await (const rows of rowsOf(connection, titles)) {
    for (let row = 0; row < rows.count; row += 1) {
      const id = rows.at(0, row) as number;
      const facts = factsOf(rows, row);
      yield vectorOf({ ...facts, id, people: await ofTitle(id) }, table);
    }
  }
}

async function readCounts(connection: DuckDBConnection, select: string): Promise<FeatureTable> {
  const table = new FeatureTable();
  for await (const { count, at } of rowsOf(connection, select)) {
    for (let row = 0; row < count; row += 1) {
      const [feature, person, titles] = [at(1, row) as string, at(2, row) as number, at(3, row) as number];
      table.add(at(0, row) as CountedKind, { feature, person, titles });
    }
  }
  return table;
}

function factsOf({ at }: Rows, row: number): Omit<TitleFacts, 'id' | 'people'> {
  const [year, genres] = [at(3, row) as number, at(4, row) as string];
  return {
    titleType: at(1, row) as string,
    isAdult: at(2, row) as boolean,
    startYear: year === NO_YEAR ? null : year,
    genres: genres === '' ? [] : genres.split(','),
    title: at(5, row) as string | null,
    votes: at(6, row) as number,
  };
}

/** Some rows, by column and row. */
interface Rows {
  count: number;
  at: (column: number, row: number) => unknown;
}

async function* rowsOf(connection: DuckDBConnection, select: string): AsyncGenerator<Rows> {
  const result = await connection.stream(select);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    // Each of these is a call of DuckDB.
    const { columnCount, rowCount } = chunk;
    const from = chunk;
    const columns = Array.from({ length: columnCount }, (_, column) => from.getColumnVector(column));
    yield { count: rowCount, at: (column, row) => columns[column]?.getItem(row) };
  }
}

/** The credits of one title after another, where both come in the order of the titles. */
function creditsInOrder(chunks: AsyncGenerator<Rows>): (titleId: number) => Promise<readonly PersonFact[]> {
  let rows: Rows = { count: 0, at: () => undefined };
  let row = 0;
  return async (titleId) => {
    const people: PersonFact[] = [];
    for (;;) {
      if (row >= rows.count) {
        const next = await chunks.next();
        if (next.done === true) return people;
        [rows, row] = [next.value, 0];
      }
      const title = rows.at(0, row) as number;
      if (title > titleId) return people;
      if (title === titleId) {
        people.push({
          personId: rows.at(1, row) as number,
          category: rows.at(2, row) as string,
          billingOrder: rows.at(3, row) as number,
        });
      }
      row += 1;
    }
  };
}
