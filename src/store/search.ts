import { createHash } from 'node:crypto';

import { parseConst } from '../dataset/consts.ts';
import { allOf } from './conditions.ts';
import type { Condition } from './conditions.ts';
import type { LookupReader } from './lookup-reader.ts';
import type { MatchedOn, Person, SearchHit, SearchType, Title } from './model.ts';
import type { Pageable, SortKey } from './page.ts';
import type { ScanReader } from './scan-reader.ts';
import { sortedList } from './sorted-list.ts';
import { sqlList } from './sql-list.ts';
import type { ColumnTerm } from './sql-list.ts';

const EXACT = 3;
const PREFIX = 2;

/** Above every character: `folded < prefix + LAST` together with `folded >= prefix` is "begins with". */
const LAST = '\u{10FFFF}';

/** An IMDb id, alone or inside an address as browsers show it: with or without scheme, page and parameters. */
const ID_IN_TEXT = /^(?:(?:https?:\/\/)?[\w.:-]+\/(?:\S*?\/)?)?((?:tt|nm)[0-9]{7,9})(?:[/?#]\S*)?$/;

const MATCHES: readonly MatchedOn[] = ['PRIMARY', 'ORIGINAL', 'NAME', 'ID'];

const TERMS: readonly ColumnTerm[] = [
  { name: 'SCORE', column: 'score', direction: 'DESC', type: 'number' },
  { name: 'VOTES', column: 'votes', direction: 'DESC', type: 'number' },
  { name: 'RATING', column: 'rating', direction: 'DESC', type: 'number' },
  { name: 'YEAR', column: 'year', direction: 'DESC', type: 'number' },
  { name: 'PERSON', column: 'person', direction: 'ASC', type: 'number' },
  { name: 'ID', column: 'id', direction: 'ASC', type: 'number' },
  // Orders nothing any more: what matched belongs to the key, so that the hits of a page need no second query.
  { name: 'MATCHED', column: 'matched', direction: 'ASC', type: 'number' },
];

export interface SearchReaders {
  scan: ScanReader;
  titles: LookupReader<Title>;
  people: LookupReader<Person>;
}

/**
 * Titles and people whose name is the query, or begins with it: exact ones first, then by votes (a person's are those
 * of the most voted title they are known for), rating, year and id. Case and accents do not matter. Adult titles are
 * left out. An id or an IMDb address finds its own.
 */
export function searchNames(
  readers: SearchReaders,
  { query, types }: { query: string; types: readonly SearchType[] | undefined },
): Pageable<SearchHit> {
  const text = query.trim();
  const id = ID_IN_TEXT.exec(text.toLowerCase())?.[1];
  if (id !== undefined) return byId(readers, { text: id, types });
  return sqlList({
    name: `search ${fingerprint([text, types ?? []])}`,
    scan: readers.scan,
    relation: matches(text, types),
    where: () => ({ sql: 'true', values: [] }),
    terms: TERMS,
    items: (keys) => hitsOf(readers, keys),
  });
}

/** A cursor must tell one search from another, and need not hold its text. */
function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 8);
}

/** As the build folds names: by the same functions, so that the two cannot differ. */
const FOLDED = 'strip_accents(lower($1::VARCHAR))';

const TYPE_CONDITIONS: Record<SearchType, string> = {
  TITLE: `matchedOn <> 'NAME'`,
  PERSON: `matchedOn = 'NAME'`,
  MOVIE: `titleType IN ('movie', 'tvMovie')`,
  SERIES: `titleType IN ('tvSeries', 'tvMiniSeries')`,
  EPISODE: `titleType = 'tvEpisode'`,
};

/** The same conditions, for what has been found by its id. */
const TYPE_TESTS: Record<SearchType, (node: Title | Person) => boolean> = {
  TITLE: (node) => 'titleType' in node,
  PERSON: (node) => !('titleType' in node),
  MOVIE: (node) => 'titleType' in node && ['movie', 'tvMovie'].includes(node.titleType),
  SERIES: (node) => 'titleType' in node && ['tvSeries', 'tvMiniSeries'].includes(node.titleType),
  EPISODE: (node) => 'titleType' in node && node.titleType === 'tvEpisode',
};

/** One row for each entity that matches, with the best of its names. The file is sorted by `folded`. */
function matches(text: string, types: readonly SearchType[] = []): Condition {
  const { sql, values } = allOf([
    { sql: `folded >= ${FOLDED} AND folded < ${FOLDED} || $2 AND ${FOLDED} <> ''`, values: [text, LAST] },
    { sql: 'isAdult IS NOT TRUE', values: [] },
    types.length === 0
      ? undefined
      : { sql: types.map((type) => `coalesce(${TYPE_CONDITIONS[type]}, false)`).join(' OR '), values: [] },
  ]);
  return {
    sql: `(
      SELECT person, id, max(score) AS score, arg_max(matched, score * 10 - matched) AS matched,
        max(votes) AS votes, max(rating) AS rating, max(year) AS year
      FROM (
        SELECT id, votes, rating, year, (matchedOn = 'NAME')::INTEGER AS person,
          CASE WHEN folded = ${FOLDED} THEN ${EXACT} ELSE ${PREFIX} END AS score,
          CASE matchedOn WHEN 'PRIMARY' THEN 0 WHEN 'ORIGINAL' THEN 1 ELSE 2 END AS matched
        FROM search_names WHERE ${sql}
      ) GROUP BY person, id)`,
    values,
  };
}

async function hitsOf({ titles, people }: SearchReaders, keys: readonly SortKey[]): Promise<(SearchHit | null)[]> {
  const found = keys.map((key) => {
    const [score, , , , person, id, matched] = key.map(Number);
    return { score: Number(score), person: person === 1, matchedOn: MATCHES[Number(matched)], id: Number(id) };
  });
  const [titleHits, personHits] = await Promise.all([
    titles.many(found.filter(({ person }) => !person).map(({ id }) => id)),
    people.many(found.filter(({ person }) => person).map(({ id }) => id)),
  ]);
  return found.map(({ score, person, matchedOn }) => {
    const node = (person ? personHits : titleHits).shift() ?? null;
    return node === null || matchedOn === undefined
      ? null
      : { node, score, matchedOn, matchedText: textOf(node, matchedOn) };
  });
}

function textOf(node: Title | Person, matchedOn: MatchedOn): string {
  const text =
    'primaryName' in node ? node.primaryName : node[matchedOn === 'ORIGINAL' ? 'originalTitle' : 'primaryTitle'];
  return text ?? '';
}

function byId(
  { titles, people }: SearchReaders,
  { text, types = [] }: { text: string; types: readonly SearchType[] | undefined },
): Pageable<SearchHit> {
  const { prefix, key = -1 } = parseConst(text) ?? {};
  const find = async (): Promise<SearchHit[]> => {
    const [node] = prefix === 'nm' ? await people.many([key]) : await titles.many([key]);
    const wanted = node != null && (types.length === 0 || types.some((type) => TYPE_TESTS[type](node)));
    return !wanted ? [] : [{ node, score: EXACT, matchedOn: 'ID', matchedText: text }];
  };
  const { order, keyTypes } = listOfIds([]);
  return {
    order,
    keyTypes,
    page: async (request) => listOfIds(await find()).page(request),
    count: async () => (await find()).length,
  };
}

function listOfIds(items: readonly SearchHit[]): Pageable<SearchHit> {
  return sortedList({
    name: 'search.id',
    items,
    terms: [{ name: 'ID', direction: 'ASC', type: 'number', of: ({ node }) => node.id }],
  });
}
