import { MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import { tiersOf } from '../ranking/tiers.ts';
import type { Has, Kind, Tier } from '../ranking/tiers.ts';
import type { TextsOfWords } from './texts-of-words.ts';
import { placeOf } from '../../../formats/postings/texts.ts';
import type { Texts } from '../../../formats/postings/texts.ts';

/** A thing that fits a query, by the best of its texts. Whether it passes a filter is not known yet. */
export interface Match {
  tier: number;
  rank: number;
  /** As the postings number it. */
  text: number;
}

/** What fits a query, each part of it found when it is asked for. */
export interface MatchesByTier {
  /** Those of a tier in a band of popularity, sorted by rank, without those of better tiers. */
  of(tier: number, band: number): Promise<readonly Match[]>;
  /** The ranks of all that is of any tier in a band. */
  ranks(band: number): ReadonlySet<number>;
}

const AKA = MATCHES.indexOf('AKA');

/** `includeAkas` is whether other titles count; texts that are among those of `except` do not. */
export function matchesByTier({
  texts,
  kind,
  includeAkas,
  except,
}: {
  texts: TextsOfWords;
  kind: Kind;
  includeAkas: boolean;
  except?: TextsOfWords;
}): MatchesByTier {
  const tiers = tiersOf(kind);
  const known = new Map<string, readonly Match[]>();

  function find({ tier, has, akas }: Tier, band: number): readonly Match[] {
    const better = new Set(
      tiers.filter((other) => other.tier < tier).flatMap((other) => of(other, band).map(({ rank }) => rank)),
    );
    return best(has, { tier, akas, band }).filter(({ rank }) => !better.has(rank));
  }

  /** The best text that counts of each thing. */
  function best(has: Has, { tier, akas, band }: Pick<Tier, 'tier' | 'akas'> & { band: number }): Match[] {
    const others = except?.of('WORDS', band);
    const counts = (text: number, rank: number): boolean =>
      isCounted(text, akas) && (others === undefined || placeOf(others, { rank, text }) === -1);
    return bestTexts(texts.of(has, band), { tier, of: counts });
  }

  function isCounted(text: number, akas: Tier['akas']): boolean {
    const isAka = text % MATCHES.length === AKA;
    return (includeAkas || !isAka) && (akas === 'TOO' || isAka === (akas === 'ALONE'));
  }

  function of(tier: Tier, band: number): readonly Match[] {
    const key = `${tier.tier} ${band}`;
    const matches = known.get(key) ?? find(tier, band);
    known.set(key, matches);
    return matches;
  }

  return {
    async of(number, band) {
      const tier = tiers.find((one) => one.tier === number);
      return tier === undefined ? [] : of(tier, band);
    },
    ranks: (band) => new Set(best('WORDS', { tier: 0, akas: 'TOO', band }).map(({ rank }) => rank)),
  };
}

/** Of each thing the best text that counts: by kind, then by the number of the aka. */
function bestTexts(
  { ranks, texts }: Texts,
  { tier, of }: { tier: number; of: (text: number, rank: number) => boolean },
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
