import { MATCHES } from '../../../dataset/search-scans.ts';
import type { Postings } from './postings.ts';
import type { QueryWord } from '../read-query.ts';
import { TIER } from '../found-rows.ts';
import { textsWithAll } from './text-joins.ts';
import type { Wanted } from './text-joins.ts';
import { placeOf } from './texts.ts';
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

const AKA = MATCHES.indexOf('AKA');

/** What has all words of a query, each part of it found when it is asked for. */
export interface MatchesByTier {
  /** Those of a tier in a band of popularity, sorted by rank, without those of better tiers. */
  of(tier: number, band: number): Promise<readonly Match[]>;
}

/** The texts of a band that have all words of a query. */
export interface TextsOfWords {
  /** By what is true of them: that they are the query, begin with it, or have its words at any place. */
  of(tier: number, band: number): Texts;
}

export function textsOfWords(postings: Postings, words: readonly QueryWord[]): TextsOfWords {
  const anywhere = new Map<number, Texts>();
  return { of };

  function of(tier: number, band: number): Texts {
    if (tier === TIER.EXACT) return textsWithAll(postings, { band, wanted: words.map(exactly) });
    if (tier === TIER.PREFIX) return textsWithAll(postings, { band, wanted: words.map(inPlace) });
    const texts =
      anywhere.get(band) ??
      textsWithAll(postings, { band, wanted: words.map(({ range }) => ({ words: listOf(range), fits: anyPlace })) });
    anywhere.set(band, texts);
    return texts;
  }
}

/** `includeAkas` is whether other titles count; texts that have the words `except` do not. */
export function matchesByTier({
  texts,
  includeAkas,
  except,
}: {
  texts: TextsOfWords;
  includeAkas: boolean;
  except?: TextsOfWords;
}): MatchesByTier {
  const known = new Map<string, readonly Match[]>();

  function find(tier: number, band: number): readonly Match[] {
    if (tier === TIER.AKA && !includeAkas) return [];
    const better = new Set(
      WORD_TIERS.filter((other) => other < tier).flatMap((other) => of(other, band).map(({ rank }) => rank)),
    );
    const others = except?.of(TIER.WORDS, band);
    const counts = (text: number, rank: number): boolean =>
      isAka(text) === (tier === TIER.AKA) && (others === undefined || placeOf(others, { rank, text }) === -1);
    return bestTexts(texts.of(tier, band), { tier, of: counts }).filter(({ rank }) => !better.has(rank));
  }

  function of(tier: number, band: number): readonly Match[] {
    const key = `${tier} ${band}`;
    const matches = known.get(key) ?? find(tier, band);
    known.set(key, matches);
    return matches;
  }
  return { of: async (tier, band) => of(tier, band) };
}

/** Of each thing the best text: by kind, then by the number of the aka. */
export function bestTexts(
  { ranks, texts }: Texts,
  { tier, of = () => true }: { tier: number; of?: (text: number, rank: number) => boolean },
): Match[] {
  const matches: Match[] = [];
  let last: Match | undefined;
  for (let index = 0; index < ranks.length; index += 1) {
    const [rank = 0, text = 0] = [ranks[index], texts[index]];
    if (!of(text, rank)) continue;
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
