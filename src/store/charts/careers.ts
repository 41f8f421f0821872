import sql from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { CREDIT_CATEGORIES, TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import { allOf, wordFilter } from '../query/conditions.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import type { AdultContent, Person } from '../model/model.ts';
import type { Pageable, SortKey } from '../model/page.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { sqlList } from '../lists/sql-list.ts';
import type { ColumnTerm } from '../lists/sql-list.ts';
import { ADULT } from '../filters/title-filter.ts';

/** Whose careers, and what counts in them. */
export interface CareerFilter {
  /** IMDb's word, or `OTHER`. */
  category: string;
  titleTypes?: readonly string[];
  adult: AdultContent;
  minTitles: number;
  minRatedTitles: number;
}

export type CareerOrderField = 'TITLES' | 'MEAN_RATING' | 'VOTES';

/** What a person has done in one category. Episodes do not count. */
export interface Career {
  person: Person;
  titles: number;
  ratedTitles: number;
  /** Each rated title counts once; null where none is rated. */
  meanRating: number | null;
  /** Of all titles together. */
  votes: number;
}

/* Each order is by all of a career's numbers: so the keys of a page hold all that there is to tell. */

const term = (name: string, column: string): ColumnTerm => ({ name, column, direction: 'DESC', type: 'number' });
const TITLES = term('TITLES', 'titles');
const RATED = term('RATED', 'ratedTitles');
const MEAN = term('MEAN_RATING', 'meanRating');
const VOTES = term('VOTES', 'votes');
const ID: ColumnTerm = { name: 'ID', column: 'nconst', direction: 'ASC', type: 'number' };

const ORDERS: Record<CareerOrderField, readonly ColumnTerm[]> = {
  TITLES: [TITLES, VOTES, MEAN, RATED, ID],
  MEAN_RATING: [MEAN, VOTES, RATED, TITLES, ID],
  VOTES: [VOTES, TITLES, MEAN, RATED, ID],
};

/** People by what they have done in one category. */
export function listCareers(
  { queries, people }: { queries: SearchIndex; people: DocumentReader<Person> },
  { filter, orderBy }: { filter: CareerFilter; orderBy: CareerOrderField },
): Pageable<Career> {
  const terms = ORDERS[orderBy];
  return sqlList({
    name: `careers ${filter.category}`,
    queries,
    relation: careersOf(filter),
    where: () => sql`titles >= ${filter.minTitles} AND ratedTitles >= ${filter.minRatedTitles}`,
    terms,
    items: async (keys) => {
      const found = await people.many(keys.map((key) => Number(key.at(-1))));
      return found.map((person, index) => person && toCareer(person, { key: keys[index] ?? [], terms }));
    },
  });
}

function careersOf({ category, titleTypes, adult }: CareerFilter): Sql {
  const counted = allOf([
    wordFilter('category', { words: [category], known: Object.values(CREDIT_CATEGORIES) }),
    wordFilter('titleType', { words: titleTypes, known: Object.values(TITLE_TYPES) }),
    ADULT[adult],
  ]);
  return sql`(SELECT nconst, sum(titles)::INTEGER AS titles, sum(ratedTitles)::INTEGER AS ratedTitles,
      sum(ratingTenths) / (10.0::DOUBLE * nullif(sum(ratedTitles), 0)) AS meanRating, sum(votes)::BIGINT AS votes
    FROM careers WHERE ${counted} GROUP BY nconst)`;
}

function toCareer(person: Person, { key, terms }: { key: SortKey; terms: readonly ColumnTerm[] }): Career {
  const valueOf = (wanted: ColumnTerm): number | null => key[terms.indexOf(wanted)] as number | null;
  return {
    person,
    titles: valueOf(TITLES) ?? 0,
    ratedTitles: valueOf(RATED) ?? 0,
    meanRating: valueOf(MEAN),
    votes: valueOf(VOTES) ?? 0,
  };
}
