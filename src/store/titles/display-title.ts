import type { Aka } from '../model/model.ts';
import { scriptOf } from './script-of.ts';

/** Whom a title is shown to: a market, readers of a language, or both. */
export interface Audience {
  region?: string;
  language?: string;
}

/** Uses that are shown only where a market has no other title. */
const LAST_RESORT: ReadonlySet<string> = new Set(['working', 'dvd', 'festival', 'tv', 'video', 'alternative']);

/**
 * The title under which an audience knows a film, from its akas in the order of their `ordering`; null where none is of
 * the market and the language asked for. `primaryTitle` decides between rows that IMDb tells nothing apart of.
 */
export function displayTitle(
  akas: readonly Aka[],
  { audience, primaryTitle }: { audience: Audience; primaryTitle: string },
): string | null {
  const { region, language } = audience;
  const fitting = akas.filter(
    (aka) => (region === undefined || aka.region === region) && (language === undefined || aka.language === language),
  );
  const ranked = fitting.map((aka) => ({ aka, rank: rankOf(aka, { audience, primaryTitle }) }));
  return ranked.toSorted((one, other) => compare(one.rank, other.rank))[0]?.aka.title ?? null;
}

/** What decides, the most important first; lower comes before. */
function rankOf(aka: Aka, { audience, primaryTitle }: { audience: Audience; primaryTitle: string }): readonly number[] {
  const script = scriptOf({
    language: audience.language ?? aka.language,
    region: audience.region ?? aka.region,
  });
  return [
    useRank(aka.types),
    // Such as "short title" or "literal translation".
    aka.attributes.length === 0 ? 0 : 1,
    aka.title === primaryTitle ? 0 : 1,
    script === null || script.test(aka.title) ? 0 : 1,
    aka.language === null ? 1 : 0,
    aka.ordering,
  ];
}

function useRank(types: readonly string[]): number {
  if (types.includes('imdbDisplay')) return 0;
  if (types.length === 0) return 1;
  return types.some((type) => LAST_RESORT.has(type)) ? 3 : 2;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
