import type { MatchesOptions } from './read-matches.ts';
import { MOST_NEARBY, readInside, readNear, wantedOf, wordsOfText } from './read-nearby.ts';
import type { FoundRow } from './found-rows.ts';
import { correctedWords, respell } from './respell.ts';
import type { ScanReader } from '../scan-reader.ts';

/** A whole list of hits, few of which have all words of the query. */
export interface Nearby {
  rows: readonly FoundRow[];
  /** The query as it was understood where nothing has its words as they are typed; else null. */
  corrected: string | null;
}

/**
 * Adds to the hits that have all words those that have them inside of other words, then those of near spellings: of
 * one typing error, and of two where nothing else is found.
 */
export async function readNearby(
  scan: ScanReader,
  { rows, ...options }: MatchesOptions & { rows: readonly FoundRow[] },
): Promise<Nearby> {
  const inside = without(await readInside(scan, options), rows);
  const before = [...rows, ...inside];
  if (inside.length >= MOST_NEARBY) return { rows: before, corrected: null };
  const near = await readMistyped(scan, { ...options, alone: before.length === 0 });
  const added = without(near.rows, before);
  return { rows: [...before, ...added], corrected: before.length === 0 ? near.corrected : null };
}

async function readMistyped(
  scan: ScanReader,
  { alone, ...options }: MatchesOptions & { alone: boolean },
): Promise<Nearby> {
  const words = wantedOf(options.query);
  for (const errors of alone ? ([1, 2] as const) : ([1] as const)) {
    const ways = await respell(scan, { words, errors });
    const rows = ways.length === 0 ? [] : await readNear(scan, options, ways);
    const [first] = rows;
    if (first === undefined) continue;
    const of = ways.flatMap((way) => way.flatMap((other) => other?.ids ?? []));
    const there = await wordsOfText(scan, { found: first, of });
    const corrected = correctedWords(words, { ways, there });
    return { rows, corrected: withYear(corrected, options) };
  }
  return { rows: [], corrected: null };
}

/** The year goes behind the words, wherever it stood. */
function withYear(words: readonly string[], { query: { hinted } }: MatchesOptions): string {
  return [...words, ...(hinted === null ? [] : [hinted.year])].join(' ');
}

function without<Row extends FoundRow>(rows: readonly Row[], known: readonly FoundRow[]): Row[] {
  const ranks = new Set(known.map(({ rank }) => rank));
  return rows.filter(({ rank }) => !ranks.has(rank));
}
