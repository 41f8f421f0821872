import { groupsOf } from '../groups-of.ts';
import { idIn, namesIn, readCsv } from './read-csv.ts';

/** A film of MovieLens, with what the other files say of it. */
export interface Movie {
  movieId: number;
  /** IMDb's number. */
  tconst: number;
  tmdbId: number | undefined;
  title: string;
  year: number | undefined;
  genres: readonly string[];
  directors: readonly string[];
  /** As billed. */
  cast: readonly string[];
  votes: number;
  overview: string | undefined;
  keywords: readonly string[];
  collection: { id: number; name: string } | undefined;
}

/** Genres of MovieLens by those of IMDb; those that IMDb has not. */
const GENRES: Readonly<Record<string, string>> = { Children: 'Family', IMAX: '', '(no genres listed)': '' };
const MOST_GENRES = 3;
/** The usual number of votes at IMDb for each one at TMDB, and for each rating of MovieLens. */
const VOTES_OF_TMDB = 75;
const VOTES_OF_MOVIELENS = 100;

/** Reads the films of the folder that the judge is given, see test/judge/README.md. */
export async function readMovies(folder: string): Promise<Movie[]> {
  const ofImdb = await readImdb(folder);
  const ofTmdb = await readTmdb(folder);
  const rated = new Map<string, number>();
  for (const { movieId } of await readCsv(folder, 'ratings.csv'))
    rated.set(movieId ?? '', (rated.get(movieId ?? '') ?? 0) + 1);
  const links = new Map((await readCsv(folder, 'links.csv')).map((row) => [row['movieId'], row]));
  return (await readCsv(folder, 'movies.csv')).flatMap(({ movieId = '', title, genres }) => {
    const link = links.get(movieId);
    const tconst = Number(link?.['imdbId']);
    if (!(tconst > 0)) return [];
    const tmdbId = Number(link?.['tmdbId'] ?? 0) || undefined;
    const [imdb, tmdb] = [ofImdb.get(tconst), ofTmdb.get(tmdbId ?? 0)];
    const [, name = '', year] = /^(.*?)\s*(?:\((\d{4})\))?\s*$/.exec(title ?? '') ?? [];
    const own = (genres ?? '').split('|').map((genre) => GENRES[genre] ?? genre);
    return [
      {
        movieId: Number(movieId),
        tconst,
        tmdbId,
        title: titleOf(name),
        year: year === undefined ? undefined : Number(year),
        genres: (imdb?.genres ?? own.filter((genre) => genre !== '')).slice(0, MOST_GENRES),
        directors: imdb?.directors ?? tmdb?.directors ?? [],
        cast: [...new Set([...(tmdb?.cast ?? []), ...(imdb?.cast ?? [])])],
        votes:
          imdb?.votes ??
          Math.max((tmdb?.votes ?? 0) * VOTES_OF_TMDB, (rated.get(movieId ?? '') ?? 0) * VOTES_OF_MOVIELENS),
        overview: tmdb?.overview,
        keywords: tmdb?.keywords ?? [],
        collection: tmdb?.collection,
      },
    ];
  });
}

/** `Net, The`, and what it was called elsewhere behind it. */
function titleOf(name: string): string {
  const plain = name.replace(/\s*\([^)]*\)\s*$/, '');
  const [, rest, article] = /^(.*), (The|A|An|La|Le|Les|Il|El|Das|Der|Die)$/.exec(plain) ?? [];
  return rest === undefined ? plain : `${article} ${rest}`;
}

type ImdbFacts = Pick<Movie, 'genres' | 'directors' | 'cast' | 'votes'>;

/** The 5000 films of IMDb of Kaggle, by their numbers. */
async function readImdb(folder: string): Promise<Map<number, ImdbFacts>> {
  const rows = await readCsv(folder, 'movie_metadata.csv', { delim: ';' });
  return new Map(
    rows.flatMap((row): [number, ImdbFacts][] => {
      const [, id] = /\/tt(\d+)/.exec(row['movie_imdb_link'] ?? '') ?? [];
      const people = (...columns: string[]): string[] => columns.flatMap((column) => row[column] ?? []);
      const facts = {
        genres: (row['genres'] ?? '').split('|').filter((genre) => genre !== ''),
        directors: people('director_name'),
        cast: people('actor_1_name', 'actor_2_name', 'actor_3_name'),
        votes: Number(row['num_voted_users']),
      };
      return id === undefined || !Number.isSafeInteger(facts.votes) ? [] : [[Number(id), facts]];
    }),
  );
}

type TmdbFacts = Partial<Pick<Movie, 'directors' | 'cast' | 'votes' | 'overview' | 'keywords' | 'collection'>>;

/** What several files have of TMDB, by its numbers: the fullest first. */
async function readTmdb(folder: string): Promise<Map<number, TmdbFacts>> {
  const found = new Map<number, TmdbFacts>();
  for (const row of await readCsv(folder, 'keywords.csv')) add(row['id'], { keywords: namesIn(row['keywords']) });
  for (const file of ['movies_metadata.csv', 'tmdb_5000_movies.csv', 'top10K-TMDB-movies.csv']) {
    for (const row of await readCsv(folder, file)) {
      const id = idIn(row['belongs_to_collection']);
      const [name = ''] = namesIn(row['belongs_to_collection']);
      add(row['id'], {
        overview: row['overview'] ?? undefined,
        keywords: row['keywords'] === undefined ? undefined : namesIn(row['keywords']),
        votes: Number(row['vote_count']) || undefined,
        collection: id === undefined ? undefined : { id, name },
      });
    }
  }
  const collections = new Map<string, number>();
  for (const { id_movie: id, name_collection: name } of await readCsv(folder, 'collections.csv')) {
    if (name === null || name === undefined) continue;
    if (!collections.has(name)) collections.set(name, collections.size + 1);
    add(id, { collection: { id: collections.get(name) ?? 0, name } });
  }
  for (const row of await readCsv(folder, 'tmdb-movies.csv')) {
    const list = (column: string): string[] | undefined => row[column]?.split('|');
    add(row['id'], {
      overview: row['overview'] ?? undefined,
      keywords: list('keywords'),
      votes: Number(row['vote_count']) || undefined,
      directors: list('director'),
      cast: list('cast'),
    });
  }
  const directors = groupsOf(await readCsv(folder, 'directors.csv'), (row) => row['id_movie']);
  for (const [id, rows] of directors) add(id, { directors: rows.flatMap(({ name }) => name ?? []) });
  return found;

  /** What is known already stays. */
  function add(id: string | null | undefined, facts: Record<keyof TmdbFacts, unknown> | TmdbFacts): void {
    const known = found.get(Number(id));
    const given = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null);
    found.set(Number(id), { ...Object.fromEntries(given), ...known });
  }
}
