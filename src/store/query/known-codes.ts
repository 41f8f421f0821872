import sql from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { badInput } from '../../errors.ts';
import type { WordSet } from '../model/model.ts';
import type { Queries } from './queries.ts';

/** Open words of a list: which there are depends on the build. */
export interface Codes {
  /** As a message calls them: `region`. */
  what: string;
  /** A query for one row where the word is there. */
  exists: (word: string) => Sql;
  /** A query for all words, in order. */
  known: Sql;
  /** How the data spells it. */
  spelled: (word: string) => string;
}

export const REGIONS: Codes = {
  what: 'region',
  exists: (region) => sql`SELECT 1 FROM aka_regions WHERE region = ${region} LIMIT 1`,
  known: sql`SELECT DISTINCT region FROM aka_regions ORDER BY region`,
  spelled: (word) => word.toUpperCase(),
};

export const LANGUAGES: Codes = {
  what: 'language',
  exists: (language) => sql`SELECT 1 FROM aka_languages WHERE language = ${language} LIMIT 1`,
  known: sql`SELECT DISTINCT language FROM aka_languages ORDER BY language`,
  spelled: (word) => word.toLowerCase(),
};

export const PROFESSIONS: Codes = {
  what: 'profession',
  exists: (word) => sql`SELECT 1 FROM person_list WHERE contains(professions, ${`,${word},`}) LIMIT 1`,
  known: sql`SELECT DISTINCT unnest(string_split(trim(professions, ','), ',')) AS word
    FROM (SELECT DISTINCT professions FROM person_list) ORDER BY word`,
  spelled: (word) => word.trim().toLowerCase().replaceAll(' ', '_'),
};

/**
 * The set with its words as the data spells them; `at` names the argument.
 * @throws ClientError `BAD_USER_INPUT` for a word that the build does not have, with those it has.
 */
export async function knownSet(
  queries: Queries,
  { codes, set, at }: { codes: Codes; set: WordSet; at: string },
): Promise<WordSet> {
  const spelled: WordSet = {};
  for (const key of ['any', 'all', 'exclude'] as const) {
    const words = set[key];
    if (words === undefined) continue;
    spelled[key] = [...new Set(words.map(codes.spelled))];
    await Promise.all(words.map((word, index) => checkCode(queries, { codes, word, at: `${at}.${key}[${index}]` })));
  }
  return spelled;
}

async function checkCode(queries: Queries, { codes, word, at }: { codes: Codes; word: string; at: string }) {
  const { what, exists, spelled, known } = codes;
  const isOneWord = spelled(word) !== '' && !word.includes(',');
  if (isOneWord && (await queries.rows(exists(spelled(word)))).length > 0) return;
  const words = (await queries.rows(known)).map(([one]) => one as string);
  const there = words.length === 0 ? `This build has no ${what} at all.` : `There are: ${words.join(', ')}.`;
  throw badInput(`${at}: no ${what} ${JSON.stringify(word.slice(0, 40))} is in the data. ${there}`);
}
