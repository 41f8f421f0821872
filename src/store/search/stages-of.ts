import type { SearchIndex } from './terms/search-index.ts';
import { countThings } from './count-things.ts';
import { readInside } from './read-inside.ts';
import { hasMatches, wantedOf } from './terms/read-query.ts';
import type { SearchQuery } from './terms/read-query.ts';
import { respell, SLIPS } from './terms/respell.ts';
import type { Stage, Stages } from './terms/stages.ts';

/** Other spellings are looked for where fewer things than these have the one word that is asked for… */
const FEW_OF_ONE = 10;
/** …or all of several: they say what is meant. */
const FEW_OF_SEVERAL = 1;

export function stagesOf(scan: SearchIndex, query: SearchQuery): Stages {
  const words: Stage = { kind: 'WORDS', readings: hasMatches(query) ? [query] : [], isCut: false };
  let further: Promise<readonly Stage[]> | undefined;
  return {
    words,
    further: () => (further ??= findFurther(scan, { query, words })),
    isFound: async () => (await countThings(scan, { stage: words, most: 1 })) > 0,
  };
}

async function findFurther(
  scan: SearchIndex,
  { query, words }: { query: SearchQuery; words: Stage },
): Promise<readonly Stage[]> {
  const isOne = wantedOf(query).length === 1;
  const few = isOne ? FEW_OF_ONE : FEW_OF_SEVERAL;
  const whole = await countThings(scan, { stage: words, most: few });
  const inside = isOne || whole < few ? await readInside(scan, query) : [];
  const stages = [...inside];
  if (whole >= few) return stages;
  const isFound = whole > 0 || (await hasAny(scan, inside));
  for (const slips of isFound ? SLIPS.slice(0, 1) : SLIPS) {
    const near = await respell(scan, { query, slips });
    if (!(await hasAny(scan, near))) continue;
    stages.push(...near);
    break;
  }
  return stages;
}

async function hasAny(scan: SearchIndex, stages: readonly Stage[]): Promise<boolean> {
  for (const stage of stages) if ((await countThings(scan, { stage, most: 1 })) > 0) return true;
  return false;
}
