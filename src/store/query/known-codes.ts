import { badInput } from '../../errors.ts';
import type { WordSet } from '../model/model.ts';
import type { Queries } from './queries.ts';

/** Open words of a list: which there are depends on the build. */
export interface Codes {
  /** As a message calls them: `region`. */
  what: string;
  /** A query for one row where the word is there. */
  exists: string;
  /** What to bind for a word. */
  bound: (word: string) => string;
  /** A query for all words, in order. */
  known: string;
  /** How the data spells it. */
  spelled: (word: string) => string;
}

const asItIs = (word: string): string => word;

export const REGIONS: Codes = {
  what: 'region',
  exists: 'SELECT 1 FROM aka_regions WHERE region = $1 LIMIT 1',
  bound: asItIs,
  known: 'SELECT DISTINCT region FROM aka_regions ORDER BY region',
  spelled: (word) => word.toUpperCase(),
};

export const LANGUAGES: Codes = {
  what: 'language',
  exists: 'SELECT 1 FROM aka_languages WHERE language = $1 LIMIT 1',
  bound: asItIs,
  known: 'SELECT DISTINCT language FROM aka_languages ORDER BY language',
  spelled: (word) => word.toLowerCase(),
};

export const PROFESSIONS: Codes = {
  what: 'profession',
  exists: 'SELECT 1 FROM person_list WHERE contains(professions, $1) LIMIT 1',
  bound: (word) => `,${word},`,
  known: `SELECT DISTINCT unnest(string_split(trim(professions, ','), ',')) AS word
    FROM (SELECT DISTINCT professions FROM person_list) ORDER BY word`,
  spelled: (word) => word.trim().toLowerCase().replaceAll(' ', '_'),
};

/**
 * The set with its words as the data spells them; `at` names the argument.
 * @throws ClientError `BAD_USER_INPUT` for a word that the build does not have, with those it has.
 */
export async function knownSet(
  scan: Queries,
  { codes, set, at }: { codes: Codes; set: WordSet; at: string },
): Promise<WordSet> {
  const spelled: WordSet = {};
  for (const key of ['any', 'all', 'exclude'] as const) {
    const words = set[key];
    if (words === undefined) continue;
    spelled[key] = [...new Set(words.map(codes.spelled))];
    await Promise.all(words.map((word, index) => checkCode(scan, { codes, word, at: `${at}.${key}[${index}]` })));
  }
  return spelled;
}

async function checkCode(scan: Queries, { codes, word, at }: { codes: Codes; word: string; at: string }) {
  const { what, exists, bound, spelled, known } = codes;
  const isOneWord = spelled(word) !== '' && !word.includes(',');
  if (isOneWord && (await scan.rows(exists, [bound(spelled(word))])).length > 0) return;
  const words = (await scan.rows(known, [])).map(([one]) => one as string);
  const there = words.length === 0 ? `This build has no ${what} at all.` : `There are: ${words.join(', ')}.`;
  throw badInput(`${at}: no ${what} ${JSON.stringify(word.slice(0, 40))} is in the data. ${there}`);
}
