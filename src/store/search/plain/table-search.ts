import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import {
  foundDocuments,
  foundTexts,
  MATCHES,
  POSITIONED,
  positionedWords,
} from '../../../dataset/indexes/search-indexes.ts';
import type { SearchScope } from '../../../dataset/indexes/search-scope.ts';
import type { SearchFilter } from '../../model/model.ts';
import type { Queries } from '../../query/queries.ts';
import { bucketsOf, EQUAL, WELL_KNOWN } from '../ranking/buckets.ts';
import { foundRow } from '../ranking/found-rows.ts';
import type { FoundRow, HitPosition } from '../ranking/found-rows.ts';
import { EVERYTHING, filterSql } from '../ranking/search-filter.ts';
import { allOf } from '../terms/candidate-sets.ts';
import type { CandidateSet } from '../terms/candidate-sets.ts';
import type { QueryWord } from '../terms/read-query.ts';
import type { SearchIndex } from '../terms/search-index.ts';
import type { IdSelect, OwnTexts, PageOfHits, SearchMethod } from '../terms/search-method.ts';
import { bucketSql, mayHave, wordColumns } from './bucket-sql.ts';

/** Above the numbers of all texts: what is best of a document is least, by bucket, kind of text and number of the aka. */
const BUCKET_STEP = 1 << 16;
const KIND_STEP = BUCKET_STEP / MATCHES.length;
/** Of the kind of text and the number of the aka. */
const RANK_OF_TEXT = raw(`text % ${MATCHES.length} * ${KIND_STEP} + text // ${MATCHES.length}`);
/** Above all doc ids. */
const PLACE_STEP = 2 ** 32;
const PLACE_OF_BEST = raw(`(best // ${BUCKET_STEP})::BIGINT * ${PLACE_STEP} + docId`);

/** What is known and equals the query comes first, by its buckets. */
const WELL_KNOWN_FIRST = raw(`CASE WHEN docId < ${WELL_KNOWN} AND best // ${BUCKET_STEP} <= ${EQUAL}
  THEN best // ${BUCKET_STEP} ELSE ${EQUAL + 1} END`);

/** Searches by one plain query over the tables, which reads all texts: slow, and easily seen to be right. */
export function tableSearch(queries: Queries & Pick<SearchIndex, 'scope'>): SearchMethod {
  const { scope } = queries;

  async function rowsOf(
    found: Sql,
    { where = sql`true`, order, limit }: { where?: Sql; order: Sql; limit: number },
  ): Promise<FoundRow[]> {
    const query = sql`SELECT best, docId, key FROM (${found}) WHERE ${where} ORDER BY ${order} LIMIT ${limit}`;
    return (await queries.rows(query)).map((row) => {
      const [best = 0, docId = 0, key = 0] = row.map(Number);
      const text = (best % KIND_STEP) * MATCHES.length + (Math.floor(best / KIND_STEP) % MATCHES.length);
      return foundRow({ bucket: Math.floor(best / BUCKET_STEP), docId }, key, text);
    });
  }

  async function countOf(
    sets: readonly CandidateSet[],
    { filter, most }: { filter: SearchFilter; most: number },
  ): Promise<number> {
    const [row] = await queries.rows(sql`SELECT count(*) FROM (${foundSql(scope, { sets, filter })} LIMIT ${most})`);
    return Number(row?.[0]);
  }

  async function pageOf(
    sets: readonly CandidateSet[],
    { filter, limit, after, before, backward = false }: Omit<PageOfHits, 'sets'>,
  ): Promise<FoundRow[]> {
    const where = sql`${after === undefined ? sql`true` : sql`${PLACE_OF_BEST} > ${placeSql(after)}`}
      AND ${before === undefined ? sql`true` : sql`${PLACE_OF_BEST} < ${placeSql(before)}`}`;
    const order = sql`${PLACE_OF_BEST} ${raw(backward ? 'DESC' : 'ASC')}`;
    return rowsOf(foundSql(scope, { sets, filter }), { where, order, limit });
  }

  return {
    async page({ sets, ...request }) {
      const rows = request.backward === true ? [] : await pageOf([sets.typed], request);
      return rows.length < request.limit ? pageOf(await allOf(sets), request) : rows;
    },
    popular: ({ set, filter, limit }) =>
      rowsOf(foundSql(scope, { sets: [set], filter }), { order: sql`${WELL_KNOWN_FIRST}, docId`, limit }),
    async count({ sets, ...request }) {
      const typed = await countOf([sets.typed], request);
      return typed < request.most ? countOf(await allOf(sets), request) : typed;
    },
    countAny: (set, most) => countOf([set], { filter: EVERYTHING, most }),
    async equal(texts, { adult, episodes }) {
      if (texts.length === 0) return [];
      const folded = join(texts.map((words) => words.map(({ text }) => text).join(' ')));
      const rows =
        await queries.rows(sql`SELECT DISTINCT id FROM ${raw(scope.texts)} JOIN ${raw(scope.entities)} USING (person, id)
        WHERE NOT person AND reading = 0 AND matchedOn IN ('PRIMARY', 'ORIGINAL') AND folded IN (${folded})
          AND ${raw(adult === 'ONLY' ? 'isAdult' : 'NOT isAdult')} AND ${raw(episodes ? 'true' : "titleType <> 'tvEpisode'")}`);
      return rows.map(([id]) => Number(id));
    },
    having: (words, texts) => Promise.resolve(havingSql(scope, { words, texts })),
  };
}

/** A SELECT of the documents that fit one of the sets, each with the least number of its texts. */
function foundSql(scope: SearchScope, { sets, filter }: { sets: readonly CandidateSet[]; filter: SearchFilter }): Sql {
  const found = sets.flatMap(({ kind, interpretations }) =>
    interpretations.map(({ words, hinted, wording = 'TYPED' }) => {
      const typed = wordColumns(words, 'typed');
      const wanted = hinted === null ? typed : wordColumns(hinted.words, 'wanted');
      const columns = [...new Set([...typed.columns, ...wanted.columns])];
      const year = hinted?.year;
      const buckets = bucketsOf(kind, { hinted: hinted !== null, inRegion: filter.region !== undefined }).filter(
        (bucket) => bucket.wording === wording,
      );
      return sql`SELECT docId, key, (${bucketSql(buckets, { typed, wanted, year })}) * ${BUCKET_STEP} + ${RANK_OF_TEXT} AS best
        FROM (SELECT docId, key, text, startYear, ${join(columns, ', ')}
          FROM (SELECT docId, key, text, startYear, hasArticle, ${raw(POSITIONED)}
            FROM (SELECT *, ${raw(positionedWords('folded'))} AS list FROM (${raw(foundTexts(scope))}) JOIN (${raw(foundDocuments(scope))}) USING (key)
              WHERE ${filterSql(filter)} AND ${mayHave(hinted?.words ?? words)}))
          GROUP BY docId, key, text, startYear)
        WHERE ${wanted.has('WORDS')}`;
    }),
  );
  const all = found.length === 0 ? sql`SELECT 0 AS docId, 0 AS key, 0 AS best WHERE false` : join(found, ' UNION ALL ');
  return sql`SELECT docId, key, min(best) AS best FROM (${all}) WHERE best IS NOT NULL GROUP BY docId, key`;
}

function placeSql([bucket, docId]: HitPosition): Sql {
  return sql`${bucket}::BIGINT * ${raw(String(PLACE_STEP))} + ${docId}`;
}

function havingSql(
  scope: SearchScope,
  { words, texts }: { words: readonly QueryWord[]; texts: readonly OwnTexts[] },
): IdSelect {
  const from = raw(scope.texts);
  const hasAll = words.map(({ text }) => sql`contains(' ' || folded || ' ', ${` ${text} `})`);
  const ofKind = texts.map(({ kind, isOnly = false }) => {
    const other = kind === 'PRIMARY' ? 'ORIGINAL' : 'PRIMARY';
    const isAlone = isOnly ? sql`id NOT IN (SELECT id FROM ${from} WHERE matchedOn = ${other})` : sql`true`;
    return sql`(matchedOn = ${kind} AND ${isAlone})`;
  });
  const isWanted = [sql`reading = 0`, ...(words.length === 0 ? [sql`false`] : hasAll), join(ofKind, ' OR ', '(', ')')];
  return sql`SELECT id FROM ${from} WHERE ${join(isWanted, ' AND ')}`;
}
