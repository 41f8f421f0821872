import { postingsFile } from '../../dataset/builds/paths.ts';
import { FOUND_DOCUMENTS, FOUND_TEXTS, POSTINGS } from '../../dataset/indexes/search-indexes.ts';
import { attributesSql, MOST_REGIONS } from '../../formats/postings/layout.ts';
import { listKeySql } from '../../formats/postings/postings-writer.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { PACK_POSTINGS } from './packing/pack-postings.ts';
import { packSorted } from './packing/pack-sorted.ts';

/** Writes the posting lists of search. Answers with the number of postings. */
export function writePostings(
  database: WorkConnection,
  { folder, signal }: { folder: string; signal: AbortSignal | undefined },
): Promise<number> {
  return packSorted(database, {
    name: 'search_lists',
    file: postingsFile('search_lists'),
    folder,
    sort: (into) => sort(database, into),
    task: PACK_POSTINGS,
    signal,
  });
}

async function sort(database: WorkConnection, into: string): Promise<void> {
  await database.run(`CREATE TABLE ${into}.terms AS SELECT count(*)::INTEGER AS terms FROM search_words`);
  const [row] = await database.rows(`SELECT terms FROM ${into}.terms`);
  // The commonest, should there be more than there is room for: of the others the tables tell.
  await database.run(`CREATE TABLE ${into}.regions AS
    SELECT region, row_number() OVER (ORDER BY count(*) DESC, region)::INTEGER AS code
    FROM (${FOUND_TEXTS}) WHERE region IS NOT NULL GROUP BY region ORDER BY code LIMIT ${MOST_REGIONS - 1}`);
  await database.run(`CREATE TABLE ${into}.documents AS
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
    hasArticle: 'hasArticle',
    region: 'coalesce(code, 0)',
  });
  await database.run(`CREATE TABLE ${into}.postings AS SELECT ${list} AS list, docId, ${attributes} AS attributes
    FROM (${POSTINGS}) LEFT JOIN ${into}.regions USING (region) ORDER BY ALL`);
}
