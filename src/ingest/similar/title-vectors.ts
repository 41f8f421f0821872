import type { DuckDBConnection } from '@duckdb/node-api';

import { FeatureTable } from '../../dataset/similarity/feature-counts.ts';
import type { CountedKind } from '../../dataset/similarity/feature-counts.ts';
import { TextCountTable } from '../../dataset/similarity/text-counts.ts';
import type { TextCountKind } from '../../dataset/similarity/text-counts.ts';
import type { PersonFact, TextFacts, TitleFacts } from '../../dataset/similarity/title-facts.ts';
import { vectorOf } from '../../dataset/similarity/title-vector.ts';
import type { TitleVector } from '../../dataset/similarity/title-vector.ts';
import { BETWEEN_KEYWORDS, NO_COLLECTION } from '../../dataset/tables/similar-tmdb-tables.ts';
import { NO_YEAR } from './compared-titles.ts';

/** SELECTs that vectors are made of, see similar-tables.ts. */
export interface VectorInput {
  counts: string;
  /** In the order of the titles, as the credits. */
  titles: string;
  credits: string;
  /** What TMDB says of them, and the counts of that, where it counts. */
  tmdb?: { counts: string; texts: string } | undefined;
}

/** As many as there are SELECTs that are read side by side. */
export type VectorConnections = readonly [DuckDBConnection, DuckDBConnection, DuckDBConnection];

/** The vectors of titles, in their order. */
export async function* titleVectors(
  [connection, ofCredits, ofTexts]: VectorConnections,
  { counts, titles, credits, tmdb }: VectorInput,
): AsyncGenerator<TitleVector> {
  const table = await readCounts(connection, counts);
  const textTable = tmdb && (await readTextCounts(connection, tmdb.counts));
  const creditsOf = inOrder(rowsOf(ofCredits, credits), creditOf);
  const textsOf = tmdb && inOrder(rowsOf(ofTexts, tmdb.texts), textOf);
  for await (const rows of rowsOf(connection, titles)) {
    for (let row = 0; row < rows.count; row += 1) {
      const id = rows.at(0, row) as number;
      const facts = factsOf(rows, row);
      const [text = null] = (await textsOf?.(id)) ?? [];
      yield vectorOf({ ...facts, id, people: await creditsOf(id), text }, table, textTable);
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

async function readTextCounts(connection: DuckDBConnection, select: string): Promise<TextCountTable> {
  const table = new TextCountTable();
  for await (const { count, at } of rowsOf(connection, select)) {
    for (let row = 0; row < count; row += 1)
      table.add(at(0, row) as TextCountKind, { feature: at(1, row) as string, titles: at(2, row) as number });
  }
  return table;
}

function factsOf({ at }: Rows, row: number): Omit<TitleFacts, 'id' | 'people' | 'text'> {
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

function creditOf({ at }: Rows, row: number): PersonFact {
  return {
    personId: at(1, row) as number,
    category: at(2, row) as string,
    billingOrder: at(3, row) as number,
  };
}

function textOf({ at }: Rows, row: number): TextFacts {
  const [keywords, collectionId] = [at(2, row) as string | null, at(3, row) as number];
  return {
    overview: at(1, row) as string | null,
    keywords: keywords === null || keywords === '' ? [] : keywords.split(BETWEEN_KEYWORDS),
    collection: collectionId === NO_COLLECTION ? null : { id: collectionId, name: at(4, row) as string | null },
  };
}

/** The rows of one title after another, where both come in the order of the titles. */
function inOrder<T>(
  chunks: AsyncGenerator<Rows>,
  read: (rows: Rows, row: number) => T,
): (titleId: number) => Promise<readonly T[]> {
  let rows: Rows = { count: 0, at: () => undefined };
  let row = 0;
  return async (titleId) => {
    const found: T[] = [];
    for (;;) {
      if (row >= rows.count) {
        const next = await chunks.next();
        if (next.done === true) return found;
        [rows, row] = [next.value, 0];
      }
      const title = rows.at(0, row) as number;
      if (title > titleId) return found;
      if (title === titleId) found.push(read(rows, row));
      row += 1;
    }
  };
}
