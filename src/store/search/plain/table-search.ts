import { FOUND_DOCUMENTS, FOUND_TEXTS, MATCHES, POSITIONED } from '../../../dataset/indexes/search-indexes.ts';
import { wordsOf } from '../../../dataset/words/fold.ts';
import { bindings } from '../../../duckdb/bindings.ts';
import type { Bindings } from '../../../duckdb/bindings.ts';
import type { SearchFilter } from '../../model/model.ts';
import type { Condition } from '../../query/conditions.ts';
import type { Queries } from '../../query/queries.ts';
import { foundRow } from '../ranking/found-rows.ts';
import type { FoundRow, Place } from '../ranking/found-rows.ts';
import { filterSql } from '../ranking/search-filter.ts';
import { allOf } from '../terms/candidate-sets.ts';
import type { CandidateSet } from '../terms/candidate-sets.ts';
import type { QueryWord } from '../terms/read-query.ts';
import type { OwnTexts, PageOfHits, SearchMethod } from '../terms/search-method.ts';
import { bucketSql, mayHave, wordColumns } from './bucket-sql.ts';

/** Above the numbers of all texts: what is best of a document is least, by bucket, kind of text and number of the aka. */
const BUCKET_STEP = 1 << 16;
const KIND_STEP = BUCKET_STEP / MATCHES.length;
/** Above all doc ids. */
const PLACE_STEP = 2 ** 32;
const PLACE_OF_BEST = `(best // ${BUCKET_STEP})::BIGINT * ${PLACE_STEP} + docId`;

/** Whatever the filter. */
const EVERYTHING: SearchFilter = { adult: 'INCLUDE', includeAkas: true };

/** Searches by one plain query over the tables, which reads all texts: slow, and easily seen to be right. */
export function tableSearch(queries: Queries): SearchMethod {
  async function rowsOf(
    found: string,
    { bind, where = 'true', order, limit }: { bind: Bindings; where?: string; order: string; limit: number },
  ): Promise<FoundRow[]> {
    const sql = `SELECT best, docId, key FROM (${found}) WHERE ${where} ORDER BY ${order} LIMIT ${bind.integer(limit)}`;
    return (await queries.rows(sql, bind.values)).map((row) => {
      const [best = 0, docId = 0, key = 0] = row.map(Number);
      const text = (best % KIND_STEP) * MATCHES.length + (Math.floor(best / KIND_STEP) % MATCHES.length);
      return foundRow({ bucket: Math.floor(best / BUCKET_STEP), docId }, key, text);
    });
  }

  async function countOf(
    sets: readonly CandidateSet[],
    { filter, most }: { filter: SearchFilter; most: number },
  ): Promise<number> {
    const bind = bindings();
    const found = foundSql(sets, { filter, bind });
    const [row] = await queries.rows(`SELECT count(*) FROM (${found} LIMIT ${bind.integer(most)})`, bind.values);
    return Number(row?.[0]);
  }

  async function pageOf(
    sets: readonly CandidateSet[],
    { filter, limit, after, before, backward = false }: Omit<PageOfHits, 'sets'>,
  ): Promise<FoundRow[]> {
    const bind = bindings();
    const found = foundSql(sets, { filter, bind });
    const where = [
      after === undefined ? 'true' : beyond(after, { bind, comparison: '>' }),
      before === undefined ? 'true' : beyond(before, { bind, comparison: '<' }),
    ];
    const order = `${PLACE_OF_BEST} ${backward ? 'DESC' : 'ASC'}`;
    return rowsOf(found, { bind, where: where.join(' AND '), order, limit });
  }

  return {
    async page({ sets, ...request }) {
      const rows = request.backward === true ? [] : await pageOf([sets.typed], request);
      return rows.length < request.limit ? pageOf(await allOf(sets), request) : rows;
    },
    async popular({ set, filter, limit }) {
      const bind = bindings();
      return rowsOf(foundSql([set], { filter, bind }), { bind, order: 'docId', limit });
    },
    async count({ sets, ...request }) {
      const typed = await countOf([sets.typed], request);
      return typed < request.most ? countOf(await allOf(sets), request) : typed;
    },
    countAny: (set, most) => countOf([set], { filter: EVERYTHING, most }),
    having: (words, texts) => Promise.resolve(havingSql(words, texts)),
  };
}

/** A SELECT of the documents that fit one of the sets, each with the least number of its texts. */
function foundSql(sets: readonly CandidateSet[], { filter, bind }: { filter: SearchFilter; bind: Bindings }): string {
  const found = sets.flatMap(({ kind, interpretations }) =>
    interpretations.map(({ words, hinted }) => {
      const typed = wordColumns(words, { bind, name: 'typed' });
      const wanted = hinted === null ? typed : wordColumns(hinted.words, { bind, name: 'wanted' });
      const columns = [...new Set([...typed.columns, ...wanted.columns])];
      const year = hinted === null ? undefined : bind.integer(hinted.year);
      return `SELECT docId, key, (${bucketSql(kind, { typed, wanted, year })}) * ${BUCKET_STEP}
          + text % ${MATCHES.length} * ${KIND_STEP} + text // ${MATCHES.length} AS best
        FROM (SELECT docId, key, text, startYear, ${columns.join(', ')}
          FROM (SELECT docId, key, text, startYear, ${POSITIONED}
            FROM (SELECT *, ${wordsOf('folded')} AS list FROM (${FOUND_TEXTS}) JOIN (${FOUND_DOCUMENTS}) USING (key)
              WHERE ${filterSql(filter, bind)} AND ${mayHave(hinted?.words ?? words, bind)}))
          GROUP BY docId, key, text, startYear)
        WHERE ${wanted.has('WORDS')}`;
    }),
  );
  const all = found.length === 0 ? 'SELECT 0 AS docId, 0 AS key, 0 AS best WHERE false' : found.join(' UNION ALL ');
  return `SELECT docId, key, min(best) AS best FROM (${all}) GROUP BY docId, key`;
}

function beyond(place: Place, { bind, comparison }: { bind: Bindings; comparison: '<' | '>' }): string {
  const [bucket, docId] = place.map((number) => bind.integer(number));
  return `${PLACE_OF_BEST} ${comparison} ${bucket}::BIGINT * ${PLACE_STEP} + ${docId}`;
}

function havingSql(words: readonly QueryWord[], texts: readonly OwnTexts[]): Condition {
  const bind = bindings();
  const hasAll = words.map(({ text }) => `contains(' ' || folded || ' ', ${bind.text(` ${text} `)})`);
  const ofKind = texts.map(({ kind, isOnly = false }) => {
    const other = kind === 'PRIMARY' ? 'ORIGINAL' : 'PRIMARY';
    const isAlone = isOnly ? `id NOT IN (SELECT id FROM search_texts WHERE matchedOn = '${other}')` : 'true';
    return `(matchedOn = '${kind}' AND ${isAlone})`;
  });
  const isWanted = [...(words.length === 0 ? ['false'] : hasAll), `(${ofKind.join(' OR ')})`];
  return { sql: `SELECT id FROM search_texts WHERE ${isWanted.join(' AND ')}`, values: bind.values };
}
