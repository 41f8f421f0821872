import { createHash } from 'node:crypto';

import sql from 'sql-template-tag';

import type { DocumentReader } from '../documents/table-reader.ts';
import type { Title, TitleFilter } from '../model/model.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { titleConditions } from '../filters/title-filter.ts';
import { conditionOf } from '../query/conditions.ts';
import { titlesIn } from '../filters/listed-titles.ts';

/**
 * Titles in the order of a hash of their ids and the seed: each is as likely to be first as every other. Two hashes, one
 * of the other: DuckDB's of two values would only exchange the same bits in every title's.
 */
export async function randomTitles(
  { queries, titles }: { queries: SearchIndex; titles: DocumentReader<Title> },
  { filter, seed, count }: { filter: TitleFilter; seed: string; count: number },
): Promise<readonly Title[]> {
  if (count === 0) return [];
  const from = await titlesIn((ids) => titles.many(ids), filter);
  const where = conditionOf(await titleConditions(queries, filter, { use: 'page', from }));
  const rows = await queries.rows(
    sql`SELECT tconst FROM ${from} WHERE ${where}
      ORDER BY hash(xor(hash(tconst), ${numberOf(seed)}::UBIGINT)), tconst LIMIT ${count}`,
  );
  const found = await titles.many(rows.map(([key]) => Number(key)));
  return found.filter((title) => title !== null);
}

/** 64 bits as decimal digits: JSON has no such number. */
function numberOf(seed: string): string {
  return createHash('sha256').update(seed).digest().readBigUInt64LE().toString();
}
