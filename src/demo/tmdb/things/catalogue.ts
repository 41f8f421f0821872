import type { TmdbTitleKind } from '../../../dataset/sources/tmdb.ts';
import { hash32 } from '../../chance/random.ts';
import type { Day } from '../ids/lifetimes.ts';
import { popularityAt, votesAt } from './tmdb-title.ts';
import type { TmdbWorld } from './tmdb-world.ts';

/** What lists of titles are chosen and ordered by. */
export interface CatalogueEntry {
  id: number;
  /** `YYYY-MM-DD`, or empty. */
  date: string;
  genreIds: number[];
  voteCount: (day: Day) => number;
  popularity: (day: Day) => number;
  voteAverage: number;
  adult: boolean;
  originalName: string;
  from: Day;
  to: Day;
}

export interface Catalogue {
  /** All titles of a kind in the order of their ids, those of other days included. Made when it is first asked for. */
  entries(kind: TmdbTitleKind): CatalogueEntry[];
  /** Ids of up to fourteen titles that share a genre with a title; none for some. */
  recommended(
    kind: TmdbTitleKind,
    of: { id: number; genreIds: readonly number[]; first: readonly number[] },
    day: Day,
  ): number[];
}

const STREAM = 261;
const TRIES = 60;
const LONGEST = 14;

export function createCatalogue(world: TmdbWorld): Catalogue {
  const made = new Map<TmdbTitleKind, CatalogueEntry[]>();
  const entries = (kind: TmdbTitleKind): CatalogueEntry[] => {
    const known = made.get(kind);
    if (known !== undefined) return known;
    const list: CatalogueEntry[] = [];
    for (let id = 1; id < world.end(kind); id += 1) {
      const { from, to, version } = world.lifetime(kind, id);
      const title = world.title(kind, id, from);
      if (title === undefined) continue;
      const { date, genres, base, voteAverage, adult, originalName } = title;
      const genreIds = genres.map((genre) => genre.id);
      list.push({
        id,
        date,
        genreIds,
        voteCount: (day) => votesAt(base, version(day)),
        popularity: (day) => popularityAt(base, version(day)),
        voteAverage,
        adult,
        originalName,
        from,
        to,
      });
    }
    made.set(kind, list);
    return list;
  };
  return {
    entries,
    recommended(kind, { id, genreIds, first }, day) {
      const wanted = hash32(world.seed, STREAM, id) % (LONGEST + 1);
      const list = entries(kind);
      const found = new Set(first.filter((other) => other !== id));
      for (let nth = 0; nth < TRIES && found.size < wanted; nth += 1) {
        const other = list[hash32(world.seed, STREAM + 1, id * 64 + nth) % list.length] as CatalogueEntry;
        const shares = other.genreIds.some((genre) => genreIds.includes(genre));
        if (other.id !== id && shares && day >= other.from && day < other.to) found.add(other.id);
      }
      return [...found];
    },
  };
}
