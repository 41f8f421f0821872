import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { postingsFile } from '../../dataset/builds/layout.ts';
import { FOUND_DOCUMENTS, FOUND_TEXTS, POSTINGS } from '../../dataset/indexes/search-indexes.ts';
import { attributesSql, MOST_REGIONS } from '../../formats/postings/layout.ts';
import { listKeySql } from '../../formats/postings/postings-writer.ts';
import { literal } from '../jobs/work-database.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { Failed, reasonOf } from '../outcomes/outcome.ts';
import { inThread } from '../threads/in-thread.ts';
import { PACK_POSTINGS } from './pack-postings.ts';

const MAKING = 'making_search_lists';

/** Writes the posting lists of search. Answers with the number of postings. */
export async function writePostings(
  database: WorkConnection,
  { folder, signal }: { folder: string; signal: AbortSignal | undefined },
): Promise<number> {
  const path = join(folder, postingsFile('search_lists'));
  const sorted = `${path}.duckdb`;
  // A thread in which DuckDB works is not ended from outside.
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  signal?.addEventListener('abort', () => Atomics.store(stop, 0, 1), { once: true });
  try {
    await sort(database, sorted);
    return await inThread(PACK_POSTINGS, { database: sorted, path, stop, signal });
  } catch (error) {
    await database.run(`DETACH DATABASE IF EXISTS ${MAKING}`).catch(() => undefined);
    await rm(path, { force: true });
    signal?.throwIfAborted();
    throw new Failed(`lookup search_lists: ${reasonOf(error)}`, { cause: error });
  } finally {
    for (const file of [sorted, `${sorted}.wal`]) await rm(file, { force: true });
  }
}

/** Sorts what the lists are made of into a database of its own, which the thread reads. */
async function sort(database: WorkConnection, path: string): Promise<void> {
  // A run before may have been killed.
  await rm(path, { force: true });
  await database.run(`ATTACH ${literal(path)} AS ${MAKING}`);
  await database.run(`CREATE TABLE ${MAKING}.terms AS SELECT count(*)::INTEGER AS terms FROM search_words`);
  const [row] = await database.rows(`SELECT terms FROM ${MAKING}.terms`);
  // The commonest, should there be more than there is room for: of the others the tables tell.
  await database.run(`CREATE TABLE ${MAKING}.regions AS
    SELECT region, row_number() OVER (ORDER BY count(*) DESC, region)::INTEGER AS code
    FROM (${FOUND_TEXTS}) WHERE region IS NOT NULL GROUP BY region ORDER BY code LIMIT ${MOST_REGIONS - 1}`);
  await database.run(`CREATE TABLE ${MAKING}.documents AS
    SELECT key::DOUBLE AS key, startYear::INTEGER AS startYear FROM (${FOUND_DOCUMENTS}) ORDER BY docId`);
  const list = listKeySql({
    tier: 'tier',
    term: 'term',
    position: 'position',
    fieldLength: 'fieldLength',
    terms: Number(row?.terms),
  });
  const attributes = attributesSql({
    text: 'text',
    type: 'type',
    isAdult: 'isAdult',
    isOnly: 'isOnly',
    region: 'coalesce(code, 0)',
  });
  await database.run(`CREATE TABLE ${MAKING}.postings AS SELECT ${list} AS list, docId, ${attributes} AS attributes
    FROM (${POSTINGS}) LEFT JOIN ${MAKING}.regions USING (region) ORDER BY ALL`);
  await database.run(`DETACH ${MAKING}`);
}
