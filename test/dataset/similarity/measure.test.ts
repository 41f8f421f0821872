import { expect, test } from 'vitest';

import { likeness } from '../../../src/dataset/similarity/measure.ts';
import type { TitleFacts } from '../../../src/dataset/similarity/title-facts.ts';
import { vectorOf } from '../../../src/dataset/similarity/title-vector.ts';
import { countsOf, facts, randomFacts, textCountsOf } from './made-facts.ts';

/** Something for the counts to be of: a drama is common, a western is not. */
const OTHERS = Array.from({ length: 500 }, (_, index) =>
  facts({ id: 1000 + index, genres: index % 20 === 0 ? ['Western'] : ['Drama'], title: `Other ${index % 7}` }),
);

function scores(of: TitleFacts, others: readonly TitleFacts[]): number[] {
  const counts = countsOf([of, ...others, ...OTHERS]);
  return others.map((other) => likeness(vectorOf(of, counts), vectorOf(other, counts)).score);
}

function actor(personId: number, billingOrder = 1) {
  return { personId, category: 'actor', billingOrder };
}

test.each([false, true])('likeness is the same both ways, from 0 to 1, and the sum of its parts: %s', (withTexts) => {
  const titles = randomFacts(120, 7, { withTexts });
  const [counts, textCounts] = [countsOf(titles), textCountsOf(titles)];
  const vectors = titles.map((title) => vectorOf(title, counts, withTexts ? textCounts : undefined));
  const kinds = new Set<string>();
  for (const one of vectors) {
    for (const other of vectors) {
      const [there, back] = [likeness(one, other), likeness(other, one)];
      expect(there.score).toBe(back.score);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(1);
      expect(there.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(there.score, 3);
      for (const { kind } of there.parts) kinds.add(kind);
    }
  }
  expect(['COLLECTION', 'KEYWORD', 'KEYWORD_WORDS', 'OVERVIEW_WORDS'].map((kind) => kinds.has(kind))).toEqual([
    withTexts,
    withTexts,
    withTexts,
    withTexts,
  ]);
});

test('likeness is that of IMDb’s data where TMDB tells of one title alone, and is raised by what it says of both', () => {
  const text = {
    overview: 'A lighthouse keeper waits',
    keywords: ['lighthouse'],
    collection: { id: 1, name: 'Lamps' },
  };
  const film = facts({ id: 1, title: 'One', text });
  const others = [
    facts({ id: 2, title: 'Two', text: null }),
    facts({ id: 3, title: 'Two', text: { overview: 'Something else', keywords: ['sea'], collection: null } }),
    facts({ id: 4, title: 'Two', text: { overview: 'The lighthouse', keywords: [], collection: null } }),
    facts({ id: 5, title: 'Two', text: { ...text, collection: null } }),
    facts({ id: 6, title: 'Two', text: { overview: null, keywords: [], collection: text.collection } }),
  ];
  const told = Array.from({ length: 500 }, (_, index) =>
    facts({
      id: 1000 + index,
      text: { overview: `About ${index % 9}`, keywords: [`key ${index % 9}`], collection: null },
    }),
  );
  const all = [film, ...others, ...told];
  const [counts, textCounts] = [countsOf(all), textCountsOf(all)];
  const scoresWith = (texts?: typeof textCounts): number[] =>
    others.map((other) => likeness(vectorOf(film, counts, texts), vectorOf(other, counts, texts)).score);
  const [plain] = scoresWith();
  const [none, nothing, word, both, collection] = scoresWith(textCounts);
  expect(scoresWith()).toEqual(others.map(() => plain));
  expect(none).toBe(plain);
  expect(word).toBeGreaterThan(nothing ?? 1);
  expect(both).toBeGreaterThan(word ?? 1);
  expect(collection).toBeGreaterThan(both ?? 1);
});

test('likeness puts sequels and remakes first, hardly known ones too', () => {
  const film = facts({ id: 1, title: 'The Lantern', genres: ['Drama', 'Western'], people: [actor(1), actor(2)] });
  const [sequel, remake, subtitled, twin] = scores(film, [
    facts({ id: 2, title: 'The Lantern 2', genres: ['Western'], startYear: 2004, votes: 600 }),
    facts({ id: 3, title: 'The Lantern', genres: ['Drama'], startYear: 2019, votes: 600 }),
    facts({ id: 4, title: 'Lantern: The Oil', genres: [], startYear: null, votes: 600 }),
    facts({ id: 5, title: 'A Mountain', genres: ['Drama', 'Western'], people: [actor(1), actor(3)] }),
  ]);
  for (const score of [sequel, remake, subtitled]) expect(score).toBeGreaterThan(twin ?? 1);
});

test('likeness takes the episodes of a series for no sequels of what has their name', () => {
  const [score] = scores(facts({ id: 1, title: 'The Lantern' }), [
    facts({ id: 2, title: 'The Lantern', titleType: 'tvEpisode' }),
  ]);
  expect(score).toBeLessThan(0.5);
});

test('likeness is 0 between what is adult and what is not', () => {
  const [plain, adult] = scores(facts({ id: 1, title: 'One', isAdult: true }), [
    facts({ id: 2, title: 'One' }),
    facts({ id: 3, title: 'One', isAdult: true }),
  ]);
  expect(plain).toBe(0);
  expect(adult).toBeGreaterThan(0.6);
});

test('likeness weighs rare genres and pairs above common ones', () => {
  const [common, rare, both] = scores(facts({ id: 1, genres: ['Drama', 'Western'] }), [
    facts({ id: 2, genres: ['Drama'] }),
    facts({ id: 3, genres: ['Western'] }),
    facts({ id: 4, genres: ['Western', 'Drama'] }),
  ]);
  expect(rare).toBeGreaterThan(common ?? 1);
  expect(both).toBeGreaterThan(rare ?? 1);
});

test('likeness grows with votes, and falls with years and another kind', () => {
  const [known, unknown, later, series, episode] = scores(facts({ id: 1 }), [
    facts({ id: 2 }),
    facts({ id: 3, votes: 600 }),
    facts({ id: 4, startYear: 2019 }),
    facts({ id: 5, titleType: 'tvSeries' }),
    facts({ id: 6, titleType: 'tvEpisode' }),
  ]);
  for (const less of [unknown, later, series]) expect(less).toBeLessThan(known ?? 0);
  expect(episode).toBeLessThan(series ?? 0);
});

test('likeness weighs the director above the cast, and the first of the cast above the last', () => {
  const crew = [{ personId: 1, category: 'director', billingOrder: 9 }, actor(2, 1), actor(3, 8)];
  const [director, lead, last] = scores(facts({ id: 1, people: crew }), [
    facts({ id: 2, people: [{ personId: 1, category: 'director', billingOrder: 5 }, actor(11), actor(12)] }),
    facts({ id: 3, people: [{ personId: 13, category: 'director', billingOrder: 5 }, actor(2), actor(12)] }),
    facts({ id: 4, people: [{ personId: 13, category: 'director', billingOrder: 5 }, actor(11), actor(3)] }),
  ]);
  expect(director).toBeGreaterThan(lead ?? 1);
  expect(lead).toBeGreaterThan(last ?? 1);
});
