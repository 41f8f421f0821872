import sql, { join } from 'sql-template-tag';

import { badInput } from '../../errors.ts';
import type { TextFilter } from '../model/model.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { readWords } from '../search/terms/read-query.ts';
import { textFilter } from './text-filter.ts';
import { afterJoin, idsWith, NAME } from './word-filter.ts';

/** The people whose credits one filter may look through: above that, it is the name that has to be narrower. */
const MAX_PEOPLE = 10_000;

/**
 * Keys of the people with credits whose name fits; `at` names the argument.
 * @throws ClientError `BAD_USER_INPUT` where the names of more than MAX_PEOPLE fit.
 */
export async function creditedPeople(
  queries: SearchIndex,
  { text, at }: { text: TextFilter; at: string },
): Promise<readonly number[]> {
  const fits = await textFilter(queries, { of: NAME, text, at });
  const rows = await queries.rows(
    sql`SELECT nconst FROM person_list WHERE credits > 0 AND ${fits} LIMIT ${MAX_PEOPLE + 1}`,
  );
  if (rows.length > MAX_PEOPLE) throw tooMany(at);
  return sorted(rows.map(([key]) => Number(key)));
}

/**
 * For each name the keys of the people who bear it, case aside. All are looked up in one go, among those who have the
 * words of one of them.
 */
export async function peopleOfNames(
  queries: SearchIndex,
  { names, at }: { names: readonly string[]; at: string },
): Promise<readonly number[][]> {
  const same = names.map((name) => sql`lower(primaryName) = lower(${name})`);
  const words = await Promise.all(names.map((name) => readWords(queries, name)));
  // A name may be all punctuation.
  const ids = words.every((of) => of.length > 0)
    ? join(await Promise.all(names.map((text) => idsWith(queries, { text, in: [{ kind: 'NAME' }] }))), ' UNION ')
    : sql`SELECT nconst AS id FROM person_list`;
  const rows = await queries.rows(sql`
    SELECT nconst, ${join(same)} FROM person_list JOIN (${ids}) AS ids(id) ON nconst = id
    WHERE ${afterJoin(join(same, ' OR '))} LIMIT ${MAX_PEOPLE + 1}`);
  if (rows.length > MAX_PEOPLE) throw tooMany(at);
  return names.map((_, index) => sorted(rows.filter((row) => row[index + 1] === true).map(([key]) => Number(key))));
}

/** What is asked with them is known again only if it is the same. */
function sorted(keys: readonly number[]): number[] {
  return keys.toSorted((one, other) => one - other);
}

function tooMany(at: string): Error {
  return badInput(
    `${at}: more than ${MAX_PEOPLE.toLocaleString('en')} people fit. Ask for a longer or a rarer part of the name, or for credits by personId.`,
  );
}
