import { postingsFile } from '../../dataset/builds/paths.ts';
import { foundDocuments, foundTexts, postingsOf } from '../../dataset/indexes/search-indexes.ts';
import type { SearchScope } from '../../dataset/indexes/search-scope.ts';
import type { SearchListsName } from '../../dataset/indexes/sorted-table.ts';
import { attributesSql, MOST_REGIONS } from '../../formats/postings/layout.ts';
import { listKeySql } from '../../formats/postings/postings-writer.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { PACK_POSTINGS } from './packing/pack-postings.ts';
import { packSorted } from './packing/pack-sorted.ts';

export interface WriteSearchOptions<Name> {
  /** The name of the index. */
  name: Name;
  scope: SearchScope;
  folder: string;
  signal: AbortSignal | undefined;
}

/** Writes the posting lists of a search. Answers with the number of postings. */
export function writePostings(
  database: WorkConnection,
  { name, scope, folder, signal }: WriteSearchOptions<SearchListsName>,
): Promise<number> {
  return packSorted(database, {
    name,
    file: postingsFile(name),
    folder,
    sort: (into) => sort(database, { scope, into }),
    task: PACK_POSTINGS,
    signal,
  });
}

async function sort(database: WorkConnection, { scope, into }: { scope: SearchScope; into: string }): Promise<void> {
  await database.run(`CREATE TABLE ${into}.terms AS SELECT count(*)::INTEGER AS terms FROM ${scope.words}`);
  const [row] = await database.rows(`SELECT terms FROM ${into}.terms`);
  // The commonest, should there be more than there is room for: of the others the tables tell.
  await database.run(`CREATE TABLE ${into}.regions AS
    SELECT region, row_number() OVER (ORDER BY count(*) DESC, region)::INTEGER AS code
    FROM (${foundTexts(scope)}) WHERE region IS NOT NULL GROUP BY region ORDER BY code LIMIT ${MOST_REGIONS - 1}`);
  await database.run(`CREATE TABLE ${into}.documents AS
    SELECT key::DOUBLE AS key, startYear::INTEGER AS startYear FROM (${foundDocuments(scope)}) ORDER BY docId`);
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
    FROM (${postingsOf(scope)}) LEFT JOIN ${into}.regions USING (region) ORDER BY ALL`);
}
