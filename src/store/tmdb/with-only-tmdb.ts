import { isOnlyTmdb, ONLY_TMDB_FROM } from '../../dataset/words/only-tmdb.ts';
import type { Wait } from '../../process/wait.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import type { Person, Title } from '../model/model.ts';
import type { TmdbPerson } from './tmdb-people.ts';
import type { TmdbTitle } from './tmdb-titles.ts';

/**
 * Reads titles of IMDb's, and under keys from ONLY_TMDB_FROM on those of TMDB's records: what IMDb has too is IMDb's title,
 * and what TMDB alone has is made of its record.
 */
export function withOnlyTmdbTitles(
  imdb: DocumentReader<Title>,
  tmdb: DocumentReader<TmdbTitle>,
): DocumentReader<Title> {
  return withOnlyTmdb(imdb, { tmdb, imdbKeyOf: ({ titleId }) => titleId, make: titleOf });
}

/** The same of people. */
export function withOnlyTmdbPeople(
  imdb: DocumentReader<Person>,
  tmdb: DocumentReader<TmdbPerson>,
): DocumentReader<Person> {
  return withOnlyTmdb(imdb, { tmdb, imdbKeyOf: ({ personId }) => personId, make: personOf });
}

interface OfTmdb<T, Made> {
  tmdb: DocumentReader<T>;
  /** IMDb's number of the same, as TMDB gives it. */
  imdbKeyOf: (found: T) => number | null;
  make: (key: number, found: T) => Made;
}

function withOnlyTmdb<T, Made>(
  imdb: DocumentReader<Made>,
  { tmdb, imdbKeyOf, make }: OfTmdb<T, Made>,
): DocumentReader<Made> {
  /** What stands for the records of some keys. */
  async function ofRecords(keys: readonly number[], wait?: Wait): Promise<Map<number, Made>> {
    const records = await tmdb.many(
      keys.map((key) => key - ONLY_TMDB_FROM),
      wait,
    );
    const imdbKeys = records.map((record) => record && imdbKeyOf(record));
    const wanted = [...new Set(imdbKeys)].filter((key) => key !== null);
    const found = wanted.length === 0 ? [] : await imdb.many(wanted, wait);
    const inBoth = new Map(wanted.map((key, at) => [key, found[at] ?? null]));
    return new Map(
      keys.flatMap((key, at) => {
        const [record = null, imdbKey = null] = [records[at], imdbKeys[at]];
        return record === null ? [] : [[key, inBoth.get(imdbKey ?? -1) ?? make(key, record)] as const];
      }),
    );
  }

  async function both(keys: readonly number[], wait?: Wait): Promise<(Made | null)[]> {
    const ofImdb = keys.filter((key) => !isOnlyTmdb(key));
    const [made, found] = await Promise.all([ofRecords(keys.filter(isOnlyTmdb), wait), imdb.many(ofImdb, wait)]);
    let at = 0;
    return keys.map((key) => (isOnlyTmdb(key) ? (made.get(key) ?? null) : (found[at++] ?? null)));
  }

  // Most requests have none of TMDB's keys.
  return { many: (keys, wait) => (keys.some(isOnlyTmdb) ? both(keys, wait) : imdb.many(keys, wait)) };
}

/** The type is IMDb's word for what TMDB calls a film or a series; genres and ratings are IMDb's, which it has none of. */
function titleOf(id: number, title: TmdbTitle): Title {
  return {
    id,
    titleType: title.kind === 'TV' ? 'tvSeries' : 'movie',
    startYear: yearOf(title.releaseDate),
    endYear: null,
    primaryTitle: title.title ?? title.originalTitle,
    originalTitle: title.originalTitle,
    isAdult: title.isAdult,
    runtimeMinutes: title.runtimeMinutes,
    genres: [],
    rating: null,
    position: null,
  };
}

function personOf(id: number, person: TmdbPerson): Person {
  return {
    id,
    primaryName: person.name,
    birthYear: yearOf(person.birthday),
    deathYear: yearOf(person.deathday),
    primaryProfessions: [],
    knownFor: [],
  };
}

/** The year of a date, YYYY-MM-DD. */
function yearOf(date: string | null): number | null {
  const [year] = /^[0-9]{4}/.exec(date ?? '') ?? [];
  return year === undefined ? null : Number(year);
}
