import sql from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { CATEGORY_WORDS } from '../../dataset/indexes/document-fields.ts';
import type { TitleCredits } from '../credits/credits.ts';
import { NO_CREDITS, rowsOf } from '../credits/person-credits.ts';
import type { Known, PersonCredits } from '../credits/person-credits.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import { sqlList } from '../lists/sql-list.ts';
import type { OrderBy, PersonSummary } from '../model/model.ts';
import type { Pageable, SortKey, SortValue } from '../model/page.ts';
import { allOf, wordFilter, wordTest } from '../query/conditions.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { ownTitles } from './own-titles.ts';
import type { OwnTitle } from './own-titles.ts';

export type CollaboratorOrderField = 'TITLES' | 'RATING' | 'RECENT' | 'NAME';

/** Somebody who is credited on titles of another person. */
export interface Collaborator {
  person: PersonSummary;
  titleCount: number;
  /** Of the shared titles that are rated, each counting once. */
  averageRating: number | null;
  firstYear: number | null;
  lastYear: number | null;
}

export interface CollaboratorReaders extends Known {
  personCredits: (personId: number) => Promise<PersonCredits | null>;
  titleCredits: DocumentReader<TitleCredits>;
  people: (id: number) => Promise<PersonSummary | null>;
  queries: SearchIndex;
}

export interface CollaboratorRequest {
  personId: number;
  /** Of their own credits. */
  category: string | undefined;
  minTitles: number;
  orderBy: readonly OrderBy<CollaboratorOrderField>[];
}

/** Where either is exceeded, a query over all principals stays within bounds of memory: it takes seconds at full size. */
export interface Bounds {
  titles: number;
  credits: number;
}

export const BOUNDS: Bounds = { titles: 5000, credits: 60_000 };
/** Documents in memory at a time. */
const CHUNK = 256;

/** Everybody in the data with whom a person shares titles that are in the data. */
export async function collaboratorsOf(
  readers: CollaboratorReaders,
  request: CollaboratorRequest,
  bounds: Bounds = BOUNDS,
): Promise<Pageable<Collaborator>> {
  const credits = (await readers.personCredits(request.personId)) ?? NO_CREDITS;
  const titles = ownTitles(credits, rowsOf(credits, {})).filter(({ titleType }) => titleType !== null);
  const found = await fromDocuments(readers, { request, titles, bounds });
  const terms = termsOf(request);
  const name = `collaborators ${request.personId} ${request.category ?? ''} ${request.minTitles}`;
  if (found === null) return fromTables(readers, { request, titles, terms, name });
  return materialisedList({ name, items: found, terms });
}

interface Term {
  name: string;
  column: string;
  direction: 'ASC' | 'DESC';
  type: 'number' | 'text';
  of: (one: Collaborator) => SortValue;
}

const TITLES = { column: 'titleCount', type: 'number', of: ({ titleCount }: Collaborator) => titleCount } as const;
const RATING = { column: 'averageRating', type: 'number', of: (one: Collaborator) => one.averageRating } as const;
const RECENT = { column: 'lastYear', type: 'number', of: ({ lastYear }: Collaborator) => lastYear } as const;
const FIRST = { column: 'firstYear', type: 'number', of: ({ firstYear }: Collaborator) => firstYear } as const;
const NAME = { column: 'primaryName', type: 'text', of: ({ person }: Collaborator) => person.primaryName } as const;

const TERMS: Record<CollaboratorOrderField, Omit<Term, 'name' | 'direction'>> = { TITLES, RATING, RECENT, NAME };

const NUMBERS: readonly Term[] = [
  { name: 'TITLES', direction: 'DESC', ...TITLES },
  { name: 'RATING', direction: 'DESC', ...RATING },
  { name: 'RECENT', direction: 'DESC', ...RECENT },
  { name: 'FIRST', direction: 'DESC', ...FIRST },
];

/** Each order is by all numbers of a collaborator: so the keys of a page hold all that there is to tell. */
function termsOf({ orderBy }: CollaboratorRequest): Term[] {
  const given = orderBy.map(({ field, direction }): Term => ({ name: field, direction, ...TERMS[field] }));
  return [
    ...given,
    ...NUMBERS.filter(({ column }) => given.every((term) => term.column !== column)),
    { name: 'ID', column: 'nconst', direction: 'ASC', type: 'number', of: ({ person }) => person.id },
  ];
}

/** null where there are too many of them. */
async function fromDocuments(
  { titleCredits, ratings }: CollaboratorReaders,
  { request, titles, bounds }: { request: CollaboratorRequest; titles: readonly OwnTitle[]; bounds: Bounds },
): Promise<Collaborator[] | null> {
  if (titles.length > bounds.titles) return null;
  const hasCategory = wordTest(request.category === undefined ? [] : [request.category], CATEGORY_WORDS);
  const shared = new Map<number, { person: PersonSummary; titles: OwnTitle[] }>();
  let count = 0;
  for (let at = 0; at < titles.length; at += CHUNK) {
    const chunk = titles.slice(at, at + CHUNK);
    const documents = await titleCredits.many(chunk.map(({ id }) => id));
    count += documents.reduce((sum, document) => sum + (document?.credits.length ?? 0), 0);
    if (count > bounds.credits) return null;
    for (const [index, title] of chunk.entries()) {
      for (const { person, category } of documents[index]?.credits ?? []) {
        if (person === null || person.id === request.personId || hasCategory?.(category) === false) continue;
        const one = shared.get(person.id);
        if (one === undefined) shared.set(person.id, { person, titles: [title] });
        else if (one.titles.at(-1) !== title) one.titles.push(title);
      }
    }
  }
  return [...shared.values()]
    .filter((one) => one.titles.length >= request.minTitles)
    .map(({ person, titles: own }) => {
      const rated = own.flatMap(({ id }) => ratings.averageOf(id) ?? []);
      const years = own.flatMap(({ startYear }) => startYear ?? []).toSorted((one, other) => one - other);
      return {
        person,
        titleCount: own.length,
        averageRating: meanOf(rated),
        firstYear: years[0] ?? null,
        lastYear: years.at(-1) ?? null,
      };
    });
}

/** In whole tenths, as ratings are: the sum is exact. */
function meanOf(ratings: readonly number[]): number | null {
  if (ratings.length === 0) return null;
  return ratings.reduce((sum, average) => sum + Math.round(average * 10), 0) / (10 * ratings.length);
}

/** The same by SQL: a page and a count are a query each. */
function fromTables(
  { queries, people, ratings }: CollaboratorReaders,
  {
    request: { personId, category, minTitles },
    titles,
    terms,
    name,
  }: { request: CollaboratorRequest; titles: readonly OwnTitle[]; terms: readonly Term[]; name: string },
): Pageable<Collaborator> {
  const own = ownSql(titles, (id) => ratings.averageOf(id));
  const counted = allOf([
    sql`nconst <> ${personId}`,
    wordFilter('category', { words: category === undefined ? [] : [category], known: CATEGORY_WORDS }),
  ]);
  const relation = sql`(SELECT nconst, primaryName, titleCount, averageRating, firstYear, lastYear FROM (
      SELECT nconst, count(*)::INTEGER AS titleCount, sum(tenths) / (10.0::DOUBLE * nullif(count(tenths), 0)) AS averageRating,
        min(year) AS firstYear, max(year) AS lastYear
      FROM (SELECT DISTINCT nconst, tconst, tenths, year
        FROM (SELECT nconst, tconst FROM principals WHERE ${counted}) JOIN ${own} USING (tconst))
      GROUP BY nconst HAVING count(*) >= ${minTitles})
    JOIN (SELECT nconst, primaryName FROM names) USING (nconst))`;
  return sqlList<Collaborator>({
    name,
    queries,
    relation,
    where: () => sql`true`,
    terms,
    items: async (keys) => {
      const found = await Promise.all(keys.map((key) => people(Number(key.at(-1)))));
      return found.map((person, at) => person && toCollaborator(person, { key: keys[at] ?? [], terms }));
    },
  });
}

function toCollaborator(person: PersonSummary, { key, terms }: { key: SortKey; terms: readonly Term[] }): Collaborator {
  const valueOf = (wanted: string): number | null => {
    const value = key[terms.findIndex(({ column }) => column === wanted)] ?? null;
    return value === null ? null : Number(value);
  };
  return {
    person,
    titleCount: valueOf('titleCount') ?? 0,
    averageRating: valueOf('averageRating'),
    firstYear: valueOf('firstYear'),
    lastYear: valueOf('lastYear'),
  };
}

/** The person's titles with year and rating, as three bound lists. */
function ownSql(titles: readonly OwnTitle[], averageOf: (id: number) => number | null): Sql {
  const tenths = titles.map(({ id }) => averageOf(id)).map((average) => average && Math.round(average * 10));
  return sql`(SELECT id::INTEGER AS tconst, nullif(y, '')::INTEGER AS year, nullif(t, '')::INTEGER AS tenths FROM (
    SELECT unnest(${listOf(titles.map(({ id }) => id))}) AS id, unnest(${listOf(titles.map(({ startYear }) => startYear))}) AS y,
      unnest(${listOf(tenths)}) AS t))`;
}

function listOf(values: readonly (number | null)[]): Sql {
  return sql`string_split(${values.map((value) => value ?? '').join(',')}, ',')`;
}
