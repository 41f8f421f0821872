import sql, { raw } from 'sql-template-tag';

import { badInput } from '../../errors.ts';
import { allOf } from '../query/conditions.ts';
import type { Condition } from '../query/conditions.ts';
import type { TextFilter } from '../model/model.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import type { FilteredText } from './word-filter.ts';

/**
 * The condition that a text fits; `at` names the argument.
 * @throws ClientError `BAD_USER_INPUT` for what RE2 does not read as a regular expression.
 */
export async function textFilter(
  queries: SearchIndex,
  { of: { column, haveWords }, text, at }: { of: FilteredText; text: TextFilter; at: string },
): Promise<Condition> {
  const { words, contains, matches } = text;
  if (matches !== undefined) await checkExpression(queries, { matches, at });
  return allOf([
    words === undefined ? undefined : await haveWords(queries, words),
    contains === undefined ? undefined : sql`contains(lower(${raw(column)}), lower(${contains}))`,
    matches === undefined ? undefined : sql`regexp_matches(${raw(column)}, ${matches}, 'i')`,
  ]);
}

async function checkExpression(queries: SearchIndex, { matches, at }: { matches: string; at: string }): Promise<void> {
  try {
    await queries.rows(sql`SELECT regexp_matches('', ${matches}, 'i')`);
  } catch (error) {
    const reason = /^Invalid Input Error: (.*)$/s.exec(error instanceof Error ? error.message : '')?.[1];
    if (reason === undefined) throw error;
    throw badInput(
      `${at}.matches: this is not a regular expression of RE2: ${reason}. RE2 has no look-around and no back references.`,
    );
  }
}
