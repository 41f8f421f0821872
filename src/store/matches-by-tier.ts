import { MATCHES } from '../dataset/search-scans.ts';
import type { Postings } from './postings.ts';
import type { QueryWord } from './search-query.ts';
import { TIER } from './search-rows.ts';
import { textsWithAll } from './text-joins.ts';
import type { Wanted } from './text-joins.ts';
import type { Texts } from './texts.ts';

/** A thing that has all words, by the best of its texts. Whether it passes a filter is not known yet. */
export interface Match {
  tier: number;
  rank: number;
  /** As the postings number it. */
  text: number;
}

/** Those of whole words, best first. */
export const WORD_TIERS = [TIER.EXACT, TIER.PREFIX, TIER.WORDS, TIER.AKA] as const;
export type WordTier = (typeof WORD_TIERS)[number];

const AKA = MATCHES.indexOf('AKA');

/** What has all words of a query, each part of it found when it is asked for. */
export interface MatchesByTier {
  /** Those of a tier in a band of popularity, sorted by rank, without those of better tiers. */
  of(tier: WordTier, band: number): readonly Match[];
}

/** `includeAkas` is whether other titles count. */
export function matchesByTier(
  postings: Postings,
  { words, includeAkas }: { words: readonly QueryWord[]; includeAkas: boolean },
): MatchesByTier {
  const known = new Map<string, readonly Match[]>();
  const anywhere = new Map<number, Texts>();

  function textsOf(tier: WordTier, band: number): Texts {
    if (tier === TIER.EXACT) return textsWithAll(postings, { band, wanted: words.map(exactly) });
    if (tier === TIER.PREFIX) return textsWithAll(postings, { band, wanted: words.map(inPlace) });
    const texts =
      anywhere.get(band) ??
      textsWithAll(postings, { band, wanted: words.map(({ range }) => ({ words: listOf(range), fits: anyPlace })) });
    anywhere.set(band, texts);
    return texts;
  }

  function of(tier: WordTier, band: number): readonly Match[] {
    if (tier === TIER.AKA && !includeAkas) return [];
    const key = `${tier} ${band}`;
    let matches = known.get(key);
    if (matches === undefined) {
      const better = new Set(
        WORD_TIERS.filter((other) => other < tier).flatMap((other) => of(other, band).map(({ rank }) => rank)),
      );
      matches = bestTexts(textsOf(tier, band), { tier, of: (text) => isAka(text) === (tier === TIER.AKA) }).filter(
        ({ rank }) => !better.has(rank),
      );
      known.set(key, matches);
    }
    return matches;
  }
  return { of };
}

/** Of each thing the best text: by kind, then by the number of the aka. */
export function bestTexts(
  { ranks, texts }: Texts,
  { tier, of = () => true }: { tier: number; of?: (text: number) => boolean },
): Match[] {
  const matches: Match[] = [];
  let last: Match | undefined;
  for (let index = 0; index < ranks.length; index += 1) {
    const [rank = 0, text = 0] = [ranks[index], texts[index]];
    if (!of(text)) continue;
    if (last?.rank !== rank) matches.push((last = { tier, rank, text }));
    else if (text % MATCHES.length < last.text % MATCHES.length) last.text = text;
  }
  return matches;
}

export function isAka(text: number): boolean {
  return text % MATCHES.length === AKA;
}

/** The word alone, in its place of a text with as many words. */
function exactly({ whole }: QueryWord, at: number, { length }: readonly QueryWord[]): Wanted {
  return {
    words: listOf(whole === null ? null : [whole, whole]),
    fits: ({ place, words }) => place === at && words === length,
  };
}

/** The same in a text that may have more. */
function inPlace({ range }: QueryWord, at: number, { length }: readonly QueryWord[]): Wanted {
  return { words: listOf(range), fits: ({ place, words }) => place === at && words >= length };
}

function anyPlace(): boolean {
  return true;
}

function listOf<T>(one: T | null): readonly T[] {
  return one === null ? [] : [one];
}
