import { expect, test } from 'vitest';

import { seriesNames } from '../../../src/dataset/similarity/series-names.ts';

test.each([
  ['The Godfather Part II', ['godfather']],
  ['Alien 3', ['alien']],
  ['Alien: Resurrection', ['alien resurrection', 'alien']],
  ['Terminator 2: Judgment Day', ['terminator 2 judgment day', 'terminator']],
  ['Kill Bill: Vol. 1', ['kill bill']],
  ['Mission: Impossible - Fallout', ['mission impossible fallout', 'mission impossible', 'mission']],
  ['Rocky V', ['rocky']],
  ['Malcolm X', ['malcolm x']],
  ['It Chapter Two', ['it']],
  ['1984', ['1984']],
  ['Blade Runner 2049', ['blade runner']],
  ['Matrix, The', ['matrix']],
  ['Harry Potter and the Deathly Hallows: Part 2', ['harry potter', 'harry potter and the deathly hallows']],
  ['Beauty and the Beast', ['beauty and the beast']],
  ['Amélie', ['amelie']],
  ['', []],
])('seriesNames of %j are %j', (title, names) => {
  expect(seriesNames(title)).toEqual(names);
});

test.each([
  ['The Terminator', 'Terminator Genisys', false],
  ['The Terminator', 'Terminator 2: Judgment Day', true],
  ['King Kong', 'King Kong', true],
  ["Harry Potter and the Sorcerer's Stone", 'Harry Potter and the Chamber of Secrets', true],
  ['Star Wars', 'Star Wars: Episode V - The Empire Strikes Back', true],
  ['Beauty and the Beast', 'Beauty', false],
])('seriesNames of %j and %j share one: %j', (one, other, share) => {
  const names = new Set(seriesNames(one));
  expect(seriesNames(other).some((name) => names.has(name))).toBe(share);
});
