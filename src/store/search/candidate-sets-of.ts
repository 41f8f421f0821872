import { methodOf } from './method/method-of.ts';
import { readInside } from './read-inside.ts';
import { wordingsOf } from './wordings/wordings-of.ts';
import { inOtherWriting } from './wordings/other-writing.ts';
import type { CandidateSet, CandidateSets } from './terms/candidate-sets.ts';
import { hasMatches, wantedOf } from './terms/read-query.ts';
import type { ReadQuery, SearchQuery } from './terms/read-query.ts';
import { respell, SLIPS } from './wordings/respell.ts';
import type { SearchIndex } from './terms/search-index.ts';

/** Other spellings are looked for where fewer documents than these have the one word that is asked for… */
const FEW_OF_ONE = 10;
/** …or all of several: they say what is meant. */
const FEW_OF_SEVERAL = 1;

export async function candidateSetsOf(queries: SearchIndex, query: ReadQuery): Promise<CandidateSets> {
  const list = await queries.terms();
  const interpretations = query.readings.flatMap((reading) => wordingsOf(list, reading)).filter(hasMatches);
  const typed: CandidateSet = { kind: 'WORDS', interpretations, isCut: false };
  let further: Promise<readonly CandidateSet[]> | undefined;
  return {
    typed,
    further: () => (further ??= findFurther(queries, { query, typed })),
    isFound: () => hasAny(queries, [typed]),
  };
}

async function findFurther(
  queries: SearchIndex,
  asked: { query: SearchQuery; typed: CandidateSet },
): Promise<readonly CandidateSet[]> {
  const written = await inOtherWriting(queries, asked.query);
  return [...(await findNear(queries, { ...asked, written })), ...written];
}

async function findNear(
  queries: SearchIndex,
  { query, typed, written }: { query: SearchQuery; typed: CandidateSet; written: readonly CandidateSet[] },
): Promise<readonly CandidateSet[]> {
  const isOne = wantedOf(query).length === 1;
  const few = isOne ? FEW_OF_ONE : FEW_OF_SEVERAL;
  const found = await methodOf(queries).countAny(typed, few);
  const inside = isOne || found < few ? await readInside(queries, query) : [];
  const sets = [...inside];
  if (found >= few) return sets;
  const isFound = found > 0 || (await hasAny(queries, [...inside, ...written]));
  for (const slips of isFound ? SLIPS.slice(0, 1) : SLIPS) {
    const near = await respell(queries, { query, slips });
    if (!(await hasAny(queries, near))) continue;
    sets.push(...near);
    break;
  }
  return sets;
}

async function hasAny(queries: SearchIndex, sets: readonly CandidateSet[]): Promise<boolean> {
  for (const set of sets) if ((await methodOf(queries).countAny(set, 1)) > 0) return true;
  return false;
}
