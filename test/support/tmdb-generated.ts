import type { Random } from '../product/random-filters.ts';
import { tmdbPerson, tmdbTitle } from './tmdb-rows.ts';
import type { TmdbRow, TmdbRows } from './tmdb-snapshot.ts';

export const TMDB_LANGUAGES = ['de', 'en', 'fr', 'ja', 'xx'] as const;
export const TMDB_COUNTRIES = ['DE', 'US', 'JP', 'FR', 'SU'] as const;
export const TMDB_KEYWORDS = ['heist', 'Space Opera', 'time, travel', "o'neil", '星', 'noir'] as const;
export const TMDB_STATUSES = ['Released', 'Ended', 'In Production'] as const;

/**
 * A snapshot over some titles and people of IMDb's: a part of them, some twice, some that only TMDB has, merged and gone
 * ones, and every column with and without a value.
 */
export function generatedTmdb(
  random: Random,
  { titles, people }: { titles: readonly number[]; people: readonly number[] },
): TmdbRows {
  const oneOf = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  const some = <T>(values: readonly T[]): T[] | null =>
    random(4) === 0 ? null : [...new Set(Array.from({ length: random(4) }, () => oneOf(values)))];
  const maybe = <T>(value: () => T): T | null => (random(3) === 0 ? null : value());
  const day = (): string =>
    `${1950 + random(75)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;

  const rows = new Map<number, TmdbRow>();
  const ofTitles = titles.filter(() => random(3) > 0);
  for (const tconst of [
    ...ofTitles,
    ...ofTitles.filter(() => random(8) === 0),
    ...Array.from({ length: 50 }, () => null),
  ]) {
    const collectionId = maybe(() => 1 + random(6));
    const row = tmdbTitle({
      kind: oneOf(['MOVIE', 'TV'] as const),
      id: 1 + random(1_000_000),
      tconst,
      title: maybe(() => `Title ${random(1000)}`),
      status: maybe(() => oneOf(TMDB_STATUSES)),
      originalLanguage: maybe(() => oneOf(TMDB_LANGUAGES)),
      countries: some(TMDB_COUNTRIES),
      keywords: some(TMDB_KEYWORDS),
      collectionId,
      collectionName: collectionId && `Collection ${collectionId}`,
      releaseDate: maybe(day),
      originalTitle: maybe(() => `Titel ${random(1000)}`),
      runtimeMinutes: maybe(() => 1 + random(200)),
      adult: random(10) === 0,
      voteCount: random(4),
      popularity: maybe(() => random(1000) / 8),
    });
    rows.set(Number(row['tmdbKey']), row);
  }
  const persons = new Map<number, TmdbRow>();
  const alone = Array.from({ length: 30 }, () => null);
  for (const nconst of [...people.filter(() => random(3) > 0), ...people.filter(() => random(10) === 0), ...alone]) {
    const id = 1 + random(1_000_000);
    const [birthday, deathday] = [maybe(day), random(2) === 0 ? null : day()];
    persons.set(id, tmdbPerson({ id, nconst, birthday, deathday, popularity: maybe(() => random(5)) }));
  }
  const sorted = [...rows.values()].sort((one, other) => Number(one['tmdbKey']) - Number(other['tmdbKey']));
  const gone = Array.from({ length: 40 }, (_, at): TmdbRow => {
    const kind = oneOf(['MOVIE', 'TV', 'PERSON'] as const);
    const others =
      kind === 'PERSON'
        ? [...persons.keys()]
        : sorted.filter((row) => row['kind'] === kind).map((row) => Number(row['id']));
    // Numbers that none of the others has; some were merged into one that was merged itself.
    const mergedInto = random(4) === 0 ? 2_000_000 + random(40) : oneOf(others);
    return { kind, id: 2_000_000 + at, mergedInto: maybe(() => mergedInto), fetchedAt: '2026-11-19T03:00:00.000Z' };
  });
  return {
    'tmdb.titles': sorted,
    'tmdb.people': [...persons.values()].sort((one, other) => Number(one['id']) - Number(other['id'])),
    'tmdb.gone': gone.sort((one, other) => (byKind(one) < byKind(other) ? -1 : 1)),
  };
}

function byKind(row: TmdbRow): string {
  return `${String(row['kind'])} ${String(row['id'])}`;
}
