import sql, { raw } from 'sql-template-tag';

import { ALL_EDGE_CATEGORIES, EDGE_CATEGORIES } from '../../dataset/indexes/credit-graph.ts';
import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import { keyPagesSql } from '../../formats/adjacency/key-set.ts';
import type { KeyPage } from '../../formats/adjacency/key-set.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import { titleConditions } from '../filters/title-filter.ts';
import type { Person, Title, TitleFilter } from '../model/model.ts';
import { conditionOf } from '../query/conditions.ts';
import { boundOf } from '../query/queries.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { titlesIn } from '../filters/listed-titles.ts';
import type { CreditPaths } from './credit-paths.ts';
import type { ChainStep } from './graph/shortest-chains.ts';

/** Which paths are looked for; people by their ids. */
export interface PathRequest {
  from: number;
  to: number;
  /** Titles that a path may lead through; all if not given. */
  via?: TitleFilter | undefined;
  /** IMDb's words, or `OTHER`, of both credits of a step; all if not given or empty. */
  categories?: readonly string[] | undefined;
  maxDegrees: number;
  alternatives: number;
}

export interface PathStep {
  personId: number;
  titleId: number;
  /** IMDb's word, or `OTHER`. */
  category: string;
  nextCategory: string;
  nextId: number;
}

export interface PathReaders {
  queries: SearchIndex;
  pool: ConnectionPool;
  titles: DocumentReader<Title>;
  people: DocumentReader<Person>;
  paths: CreditPaths;
  /** The most that a query may take. */
  scanTimeoutMs: number;
}

/** The shortest paths between two people, in their order; null where one of them is unknown. */
export async function findPaths(
  readers: PathReaders,
  { request, signal }: { request: PathRequest; signal: AbortSignal | undefined },
): Promise<readonly (readonly PathStep[])[] | null> {
  const { from, to, via, maxDegrees, alternatives } = request;
  const input = { from, to, maxDegrees, alternatives, categories: maskOf(request.categories ?? []) };
  const key = JSON.stringify(['chains', input, via]);
  const pages =
    via && (await readers.paths.titlesOf(JSON.stringify(via), () => titlePages(readers, { filter: via, signal })));
  const found = await readers.paths.ask('chains', { ...input, via: pages }, { key, signal });
  const isKnown = async (id: number, hasCredits: boolean): Promise<boolean> =>
    hasCredits || (await readers.people.many([id])).some((person) => person !== null);
  const [isFrom, isTo] = found.hasCredits;
  if (!(await isKnown(from, isFrom)) || !(await isKnown(to, isTo))) return null;
  // Without credits, nobody is reached but oneself.
  return from === to ? [[]] : found.chains.map((steps) => steps.map(pathStep));
}

/** The ids of the titles that pass a filter, in pages: they come and go as some megabytes, however many they are. */
async function titlePages(
  { queries, titles, pool, scanTimeoutMs }: PathReaders,
  { filter, signal }: { filter: TitleFilter; signal: AbortSignal | undefined },
): Promise<readonly KeyPage[]> {
  const from = await titlesIn((ids) => titles.many(ids), filter);
  const where = conditionOf(await titleConditions(queries, filter, { from, at: 'via' }));
  const { text, values } = boundOf(sql`SELECT ${raw(keyPagesSql('tconst'))} FROM ${from} WHERE ${where} GROUP BY page`);
  const rows = await pool.rows(text, values, { timeoutMs: scanTimeoutMs, signal });
  return rows.map(([page, bits]) => [Number(page), bits as Uint8Array]);
}

/** A bit for each category; all bits for an empty list. */
function maskOf(categories: readonly string[]): number {
  if (categories.length === 0) return ALL_EDGE_CATEGORIES;
  return categories.reduce((mask, category) => mask | (1 << EDGE_CATEGORIES.indexOf(category)), 0);
}

function pathStep({ person, title, category, nextCategory, next }: ChainStep): PathStep {
  return {
    personId: person,
    titleId: title,
    category: wordOf(category),
    nextCategory: wordOf(nextCategory),
    nextId: next,
  };
}

function wordOf(category: number): string {
  return EDGE_CATEGORIES[category] ?? EDGE_CATEGORIES.at(-1) ?? '';
}
