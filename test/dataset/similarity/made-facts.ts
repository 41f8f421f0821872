import { FeatureTable } from '../../../src/dataset/similarity/feature-counts.ts';
import { TextCountTable } from '../../../src/dataset/similarity/text-counts.ts';
import { wordsOfTitle } from '../../../src/dataset/similarity/series-names.ts';
import type { TextFacts, TitleFacts } from '../../../src/dataset/similarity/title-facts.ts';

/** A title as tests need it. */
export function facts(given: Partial<TitleFacts> & { id: number }): TitleFacts {
  return {
    titleType: 'movie',
    isAdult: false,
    startYear: 1999,
    genres: ['Drama'],
    title: `Title ${given.id}`,
    votes: 10_000,
    people: [],
    text: null,
    ...given,
  };
}

/** The counts of some titles, as a build has them. */
export function countsOf(titles: readonly TitleFacts[]): FeatureTable {
  const table = new FeatureTable();
  table.add('TITLES', { feature: '', person: 0, titles: titles.length });
  for (const [feature, number] of count(titles.map(({ genres }) => withPairs(genres))))
    table.add('GENRE', { feature, person: 0, titles: number });
  for (const [feature, number] of count(titles.map(({ title }) => wordsOfTitle(title ?? ''))))
    if (number > 1) table.add('WORD', { feature, person: 0, titles: number });
  for (const [person, number] of count(titles.map(({ people }) => people.map(({ personId }) => personId))))
    if (number > 7) table.add('PERSON', { feature: '', person, titles: number });
  return table;
}

/** The counts of what TMDB says of some titles, as a build has them. */
export function textCountsOf(titles: readonly TitleFacts[]): TextCountTable {
  const table = new TextCountTable();
  const texts = titles.flatMap(({ text }) => (text === null ? [] : [text]));
  const overviews = texts.flatMap(({ overview }) => (overview === null ? [] : [wordsOfTitle(overview)]));
  const keywords = texts.map((text) => text.keywords).filter((all) => all.length > 0);
  table.add('OVERVIEWS', { feature: '', titles: overviews.length });
  table.add('KEYWORDED', { feature: '', titles: keywords.length });
  for (const [feature, number] of count(overviews)) if (number > 1) table.add('WORD', { feature, titles: number });
  for (const [feature, number] of count(keywords)) if (number > 1) table.add('KEYWORD', { feature, titles: number });
  for (const [feature, number] of count(keywords.map((all) => wordsOfTitle(all.join(' ')))))
    if (number > 1) table.add('KEYWORD_WORD', { feature, titles: number });
  return table;
}

function withPairs(genres: readonly string[]): string[] {
  const sorted = [...new Set(genres)].toSorted();
  return sorted.concat(sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one},${other}`)));
}

function count<Key>(keys: readonly (readonly Key[])[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys.flatMap((all) => [...new Set(all)])) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Numbers that look random, the same for the same seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const GENRES = ['Action', 'Comedy', 'Crime', 'Drama', 'Film-Noir', 'Horror', 'Western'];
const TYPES = ['movie', 'movie', 'movie', 'tvSeries', 'tvEpisode', 'short', 'videoGame', 'newType'];
const WORDS = 'night river alien king star moon city 2 ii return of the: - part'.split(' ');
const PLOT = Array.from({ length: 120 }, (_, index) => `plot${index}`);
const KEYWORDS = Array.from({ length: 40 }, (_, index) => `key${index % 13} word ${index}`);
const ROLES = ['director', 'actor', 'actress', 'writer', 'producer', 'stunt_double'];

/** Titles that have much in common, and lack this and that; of two thirds TMDB says something, if that is asked for. */
export function randomFacts(number: number, seed: number, { withTexts = false } = {}): TitleFacts[] {
  const below = randomNumbers(seed);
  const some = <T>(from: readonly T[], most: number): T[] =>
    Array.from({ length: below(most + 1) }, () => from[below(from.length)] as T);
  return Array.from({ length: number }, (_, index) => ({
    id: 10 + 3 * index,
    titleType: TYPES[below(TYPES.length)] ?? 'movie',
    isAdult: below(12) === 0,
    startYear: below(10) === 0 ? null : 1950 + below(70),
    genres: [...new Set(some(GENRES, 3))],
    title: below(20) === 0 ? null : some(WORDS, 4).join(' '),
    votes: below(3) === 0 ? below(1000) : below(1_000_000),
    people: Array.from({ length: below(6) }, () => ({
      personId: 1 + below(number / 2),
      category: ROLES[below(ROLES.length)] ?? 'actor',
      billingOrder: 1 + below(10),
    })),
    text: withTexts && below(3) > 0 ? randomText() : null,
  }));

  function randomText(): TextFacts {
    const id = below(25);
    return {
      overview: below(6) === 0 ? null : ['film', ...some(PLOT, 30)].join(' '),
      keywords: below(5) === 0 ? [] : [...new Set(some(KEYWORDS, 6))],
      collection: below(4) === 0 ? { id, name: id === 0 ? null : `Collection ${id}` } : null,
    };
  }
}
