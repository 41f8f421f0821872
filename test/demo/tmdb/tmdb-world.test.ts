import { expect, test } from 'vitest';

import { createEpisodeOrder } from '../../../src/demo/tmdb/things/episode-order.ts';
import { MS_PER_DAY } from '../../../src/demo/tmdb/ids/lifetimes.ts';
import { createTmdbWorld } from '../../../src/demo/tmdb/things/tmdb-world.ts';
import type { TmdbTitle } from '../../../src/demo/tmdb/things/tmdb-title.ts';

const DAY = Date.parse('2026-11-30T00:00:00Z') / MS_PER_DAY;
const WORLD = createTmdbWorld({ scale: 0.004, seed: 1 });
const FILMS = titles('movie');
const SERIES = titles('tv');

test('createTmdbWorld has most of what IMDb rates, and a few titles of its own', () => {
  expect(FILMS.length).toBeGreaterThan(1500);
  expect(SERIES.length).toBeGreaterThan(350);
  const own = [...FILMS, ...SERIES].filter(({ known }) => known.tconst === undefined);
  expect(own.length / (FILMS.length + SERIES.length)).toBeGreaterThan(0.01);
  expect(own.length / (FILMS.length + SERIES.length)).toBeLessThan(0.08);
  expect(own.every(({ imdbId }) => imdbId === null)).toBe(true);
});

test('createTmdbWorld contradicts IMDb now and then, about year, running time, title and id', () => {
  between(
    share(({ date, known }) => date !== '' && !date.startsWith(String(known.start))),
    [0.01, 0.06],
  );
  between(
    share(({ runtime, known }) => runtime !== 0 && runtime !== known.runtime),
    [0.005, 0.09],
  );
  between(
    share(({ name, known }) => name !== known.primary),
    [0.02, 0.09],
  );
  between(
    share(({ imdbId, known }) => known.tconst !== undefined && imdbId === null),
    [0.01, 0.05],
  );
  between(
    share(({ imdbId, known }) => imdbId !== null && imdbId !== known.tconst),
    [0.001, 0.02],
  );
});

test('createTmdbWorld finds a title and a person by the ids of IMDb', () => {
  for (const { kind, id, known } of [...FILMS.slice(0, 300), ...SERIES.slice(0, 100)]) {
    if (known.tconst !== undefined) expect(WORLD.idsOfTitle(known.tconst)).toMatchObject({ kind, ordinal: 0 });
    if (known.tconst !== undefined) expect(WORLD.idsOfTitle(known.tconst)?.ids).toContain(id);
  }
  let people = 0;
  for (let id = 1; id < 4000; id += 1) {
    const person = WORLD.person(id, DAY);
    if (person?.known.nconst === undefined) continue;
    people += 1;
    expect(WORLD.idOfPerson(person.known.nconst)).toBe(id);
  }
  expect(people).toBeGreaterThan(300);
  expect(WORLD.idsOfTitle('tt0000000')).toBeUndefined();
});

test('createEpisodeOrder numbers three series in ten otherwise than IMDb, each episode once', () => {
  const orderOf = createEpisodeOrder(1);
  const numbered = SERIES.filter(({ known }) => known.episodes > 15 && known.placeOf(3).season > 0);
  const others = numbered.filter((series) =>
    orderOf(series).some(({ ordinal, season, number }) => {
      const own = series.known.placeOf(ordinal);
      return own.season > 0 && (own.season !== season || own.number !== number);
    }),
  );
  expect(others.length / numbered.length).toBeGreaterThan(0.15);
  expect(others.length / numbered.length).toBeLessThan(0.45);
  for (const series of SERIES) {
    const placed = orderOf(series);
    expect(new Set(placed.map(({ ordinal }) => ordinal)).size).toBe(placed.length);
    expect(new Set(placed.map(({ season, number }) => `${season} ${number}`)).size).toBe(placed.length);
  }
  const lighthouse = WORLD.title('tv', 201, DAY) as TmdbTitle;
  expect(orderOf(lighthouse).slice(0, 3).map(place)).toEqual([
    [0, 1],
    [1, 1],
    [1, 2],
  ]);
  expect(
    orderOf(lighthouse)
      .filter(({ ordinal }) => ordinal === 11)
      .map(place),
  ).toEqual([[1, 11]]);
  expect(place(lighthouse.known.placeOf(11))).toEqual([2, 1]);
});

function share(isSo: (title: TmdbTitle) => boolean): number {
  return FILMS.filter(isSo).length / FILMS.length;
}

function between(value: number, [least, most]: readonly [number, number]): void {
  expect(value).toBeGreaterThan(least);
  expect(value).toBeLessThan(most);
}

function place({ season, number }: { season: number; number: number }): number[] {
  return [season, number];
}

function titles(kind: 'movie' | 'tv'): TmdbTitle[] {
  const found: TmdbTitle[] = [];
  for (let id = 1; id < WORLD.end(kind); id += 1) {
    const title = WORLD.title(kind, id, DAY);
    if (title !== undefined) found.push(title);
  }
  return found;
}
