import sql from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { allOf } from '../query/conditions.ts';
import type { AdultContent } from '../model/model.ts';
import type { Queries } from '../query/queries.ts';
import { ADULT } from '../filters/title-filter.ts';

/** What the data has words for. */
export type Enumeration = 'genres' | 'titleTypes' | 'creditCategories' | 'professions' | 'regions' | 'languages';

/** A word of the data. */
export interface WordCount {
  word: string;
  /** Titles, credits or people that have it. */
  count: number;
}

const MOST_FIRST = sql`GROUP BY word ORDER BY count DESC, word`;

/** Words and counts; `adult` is a condition over titles. */
const QUERIES: Record<Exclude<Enumeration, 'professions'>, (adult: Sql) => Sql> = {
  genres: (adult) => sql`SELECT word, sum(titles)::BIGINT AS count FROM (
      SELECT unnest(list_distinct(string_split(trim(genres, ','), ','))) AS word, titles
      FROM (SELECT genres, count(*) AS titles FROM title_list WHERE ${adult} AND genres IS NOT NULL GROUP BY genres)
    ) WHERE word <> '' ${MOST_FIRST}`,
  titleTypes: (adult) => sql`SELECT titleType AS word, count(*) AS count FROM title_list WHERE ${adult} ${MOST_FIRST}`,
  creditCategories: (adult) =>
    sql`SELECT category AS word, sum(credits)::BIGINT AS count FROM credit_categories WHERE ${adult} ${MOST_FIRST}`,
  // Titles that are not in the data are in no region already; adult ones are few.
  regions: (adult) => sql`SELECT region AS word, count(*) AS count FROM aka_regions
    ANTI JOIN (SELECT tconst FROM title_list WHERE NOT (${adult})) USING (tconst) ${MOST_FIRST}`,
  languages: (adult) => sql`SELECT language AS word, count(*) AS count FROM aka_languages
    SEMI JOIN (SELECT tconst FROM title_list WHERE ${adult}) USING (tconst) ${MOST_FIRST}`,
};

/** People are not adult: that is about titles. */
const PROFESSIONS = sql`SELECT word, sum(people)::BIGINT AS count FROM (
    SELECT unnest(list_distinct(string_split(trim(professions, ','), ','))) AS word, people
    FROM (SELECT professions, count(*) AS people FROM person_list WHERE professions IS NOT NULL GROUP BY professions)
  ) WHERE word <> '' ${MOST_FIRST}`;

/** Every word of its kind that something has, the most frequent first. */
export async function readEnumeration(
  queries: Queries,
  { enumeration, adult }: { enumeration: Enumeration; adult: AdultContent },
): Promise<WordCount[]> {
  const query = enumeration === 'professions' ? PROFESSIONS : QUERIES[enumeration](allOf([ADULT[adult]]));
  const rows = await queries.rows(query);
  return rows.map(([word, count]) => ({ word: word as string, count: Number(count) }));
}
