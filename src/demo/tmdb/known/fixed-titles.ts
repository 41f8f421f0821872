import { fixedEntityRows, IDS } from '../../fixed/fixed-entities.ts';
import { CULTURES, type Culture } from '../../text/words-world.ts';
import { creditOf } from './generated-titles.ts';
import type { KnownPerson } from './known-people.ts';
import type { KnownEpisode, KnownTitle } from './known-title.ts';

/** TMDB's ids of the fixed titles and people, the same at every scale and seed. */
export const TMDB_IDS = {
  orpheum: 101,
  orpheumSequel: 102,
  orpheumRemake: 103,
  lighthouse: 201,
  /** The collection of the first two films. */
  orpheumCollection: 301,
  vallon: 401,
} as const;

const NULL = '\\N';
const MOVIES: readonly (readonly [number, string])[] = [
  [TMDB_IDS.orpheum, IDS.orpheum],
  [TMDB_IDS.orpheumSequel, IDS.orpheumSequel],
  [TMDB_IDS.orpheumRemake, IDS.orpheumRemake],
];

export interface FixedEntities {
  movies: ReadonlyMap<number, KnownTitle>;
  series: ReadonlyMap<number, KnownTitle>;
  people: ReadonlyMap<number, KnownPerson>;
}

/** The fixed titles and people of the demo, by the ids that TMDB has for them. */
export function createFixedEntities(): FixedEntities {
  const rows = fixedEntityRows();
  const numbers = new Map(rows['title.ratings'].map(([tconst, mean, votes]) => [tconst, { mean, votes }]));
  const rowsOf = (tconst: string): readonly string[] => rows['title.basics'].find(([id]) => id === tconst) ?? [];
  const episodes = rows['title.episode'].filter(([, parent]) => parent === IDS.lighthouse);

  const describe = (id: number, tconst: string): KnownTitle => {
    const [, type = '', primary = '', original = '', , start, end, runtime, genres = ''] = rowsOf(tconst);
    const rating = numbers.get(tconst);
    const isSeries = tconst === IDS.lighthouse;
    return {
      tconst,
      salt: id,
      isSeries,
      type,
      primary,
      original,
      adult: false,
      start: numberOf(start),
      end: numberOf(end),
      runtime: numberOf(runtime),
      genres: genres.split(','),
      culture: CULTURES[0] as Culture,
      rating: rating && { tenths: Math.round(Number(rating.mean) * 10), votes: Number(rating.votes) },
      episodes: isSeries ? episodes.length : 0,
      nameIn: () => undefined,
      credits: () => rows['title.principals'].filter(([of]) => of === tconst).map(creditOf),
      placeOf(ordinal) {
        const [, , season, number] = episodes[ordinal - 1] ?? [];
        return { season: numberOf(season), number: numberOf(number) };
      },
      episode: (ordinal) => episodeOf(rowsOf(episodes[ordinal - 1]?.[0] ?? '')),
    };
  };
  return {
    movies: new Map(MOVIES.map(([id, tconst]) => [id, describe(id, tconst)])),
    series: new Map([[TMDB_IDS.lighthouse, describe(TMDB_IDS.lighthouse, IDS.lighthouse)]]),
    people: new Map(
      rows['name.basics'].map((row, nth) => [TMDB_IDS.vallon + nth, personOf(row, TMDB_IDS.vallon + nth)]),
    ),
  };
}

function episodeOf(row: readonly string[]): KnownEpisode {
  const [tconst, , primary = '', , , start, , runtime] = row;
  return { tconst, primary, start: numberOf(start), runtime: numberOf(runtime) };
}

function personOf(row: readonly string[], salt: number): KnownPerson {
  const [nconst, name = '', birth, death, professions = ''] = row;
  const work = professions.split(',');
  return {
    nconst,
    salt,
    name,
    birth: numberOf(birth),
    death: numberOf(death),
    professions: work,
    isWoman: work.includes('actress'),
    rank: 0,
  };
}

function numberOf(text: string | undefined): number {
  return text === undefined || text === NULL ? 0 : Number(text);
}
