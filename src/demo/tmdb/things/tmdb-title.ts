import type { TmdbTitleKind } from '../../../dataset/sources/tmdb.ts';
import { Dice } from '../../chance/random.ts';
import { CULTURES, type Culture } from '../../text/words-world.ts';
import { dateOf } from '../ids/lifetimes.ts';
import { drawKeywords, type TmdbKeyword } from '../words/keywords.ts';
import { drawOverview, drawTagline } from '../words/overviews.ts';
import { tmdbGenresOf, type TmdbGenre } from '../words/tmdb-genres.ts';
import { seasonBegins } from './season-begins.ts';
import { oddConst } from './odd-const.ts';
import type { KnownTitle } from '../known/known-title.ts';

/** A film or series as TMDB describes it: mostly what IMDb says, with its own word here and there. */
export interface TmdbTitle {
  kind: TmdbTitleKind;
  id: number;
  known: KnownTitle;
  /** `imdb_id`: null where TMDB has none, and now and then no id of IMDb at all. */
  imdbId: string | null;
  name: string;
  originalName: string;
  /** `YYYY-MM-DD`; empty if unknown. */
  date: string;
  /** In minutes; 0 if unknown. */
  runtime: number;
  adult: boolean;
  genres: TmdbGenre[];
  keywords: TmdbKeyword[];
  overview: string;
  tagline: string;
  homepage: string;
  status: string;
  cultures: Culture[];
  budget: number;
  revenue: number;
  /** Before any change: `popularityAt` and `votesAt` say what it is after some. */
  base: TitleFigures;
  popularity: number;
  voteAverage: number;
  voteCount: number;
  hasPoster: boolean;
  hasBackdrop: boolean;
}

/** What changes with every version of a title. */
export interface TitleFigures {
  popularity: number;
  voteCount: number;
}

const STREAM: Record<TmdbTitleKind, number> = { movie: 231, tv: 241 };
/** The latest year of a title that has come out. */
const THIS_YEAR = 2026;

export interface Described {
  kind: TmdbTitleKind;
  id: number;
  /** Number of changes so far, see `lifetimeOf`. */
  version: number;
  /** Whether it is the second title that TMDB has for one of IMDb. */
  isTwin: boolean;
}

/** Describes a title. Every draw depends on the seed, the kind and the id alone; votes and popularity also on the version. */
export function describeTitle(seed: number, known: KnownTitle, described: Described): TmdbTitle {
  const { kind, id, version, isTwin } = described;
  const dice = new Dice(seed).roll(STREAM[kind], id);
  // The fixed titles agree with IMDb wherever tests and examples read them.
  const isFixed = id < 1000;
  const differs = (chance: number): boolean => dice.chance(chance) && !isFixed;
  const year = known.start === 0 ? 0 : known.start + (differs(0.03) ? (dice.chance(0.5) ? 1 : -1) : 0);
  const month = 1 + dice.below(12);
  const day = 1 + dice.below(28);
  const hasDate = year > 0 && !differs(0.04);
  const keywords = drawKeywords(dice, known.genres);
  const votes = known.rating === undefined ? 0 : Math.ceil(known.rating.votes / (6 + dice.below(20)));
  const base = { popularity: 0.6 + Math.log2(1 + votes) * 1.4, voteCount: differs(0.05) ? 0 : votes };
  const voteCount = votesAt(base, version);
  const overview = differs(0.12)
    ? ''
    : drawOverview(
        dice,
        keywords.map(({ name }) => name),
      );
  const isHit = votes > 400;
  return {
    kind,
    id,
    known,
    imdbId: imdbIdOf(dice, known, isFixed),
    name: isTwin
      ? `${known.primary} (Extended)`
      : differs(0.03)
        ? `${known.primary}: ${dice.pick(SUBTITLES)}`
        : known.primary,
    originalName: known.original,
    date: !hasDate ? '' : kind === 'tv' ? dateOf(seasonBegins(seed, id, year)) : `${year}-${two(month)}-${two(day)}`,
    runtime: differs(0.08)
      ? 0
      : Math.max(0, known.runtime + (known.runtime > 20 && differs(0.06) ? dice.below(9) - 4 : 0)),
    adult: known.adult,
    genres: differs(0.05)
      ? []
      : tmdbGenresOf(kind, known.type === 'tvMovie' ? [...known.genres, 'TV Movie'] : known.genres),
    keywords,
    overview: version > 0 && overview !== '' ? `${overview} Revision ${version}.` : overview,
    tagline: dice.chance(0.3) || isFixed ? drawTagline(dice) : '',
    homepage: dice.chance(0.08) ? `https://films.example/${kind}/${id}` : '',
    status: statusOf(dice, { kind, year, ended: known.end > 0 }),
    cultures: culturesOf(dice, known.culture),
    budget: isHit && kind === 'movie' ? (1 + dice.below(180)) * 1_000_000 : 0,
    revenue: isHit && kind === 'movie' && dice.chance(0.8) ? (1 + dice.below(2_700)) * 1_000_003 : 0,
    base,
    popularity: popularityAt(base, version),
    voteAverage:
      voteCount === 0
        ? 0
        : Math.min(10, Math.max(0.5, (known.rating?.tenths ?? 60) / 10 + dice.below(900) / 1000 - 0.45)),
    voteCount,
    hasPoster: !differs(0.1),
    hasBackdrop: !differs(0.35),
  };
}

export function popularityAt({ popularity }: TitleFigures, version: number): number {
  return Math.round((popularity + (version % 5) * 0.37) * 10_000) / 10_000;
}

export function votesAt({ voteCount }: TitleFigures, version: number): number {
  return voteCount === 0 ? 0 : voteCount + version * 3;
}

const SUBTITLES = ['The Untold Story', 'A Legacy', 'Uncut'];

function imdbIdOf(dice: Dice, { tconst }: KnownTitle, isFixed: boolean): string | null {
  const u = dice.unit();
  if (tconst === undefined) return null;
  if (isFixed || u > 0.03) return tconst;
  return u < 0.006 ? oddConst(dice, tconst) : null;
}

function culturesOf(dice: Dice, culture: Culture): Culture[] {
  const further = dice.chance(0.18) ? [dice.pick(CULTURES)] : [];
  return [...new Set([culture, ...further])];
}

function statusOf(dice: Dice, title: { kind: TmdbTitleKind; year: number; ended: boolean }): string {
  const { kind, year, ended } = title;
  if (kind === 'movie')
    return year > THIS_YEAR ? dice.pick(['Planned', 'In Production', 'Post Production', 'Rumored']) : 'Released';
  if (year > THIS_YEAR) return dice.pick(['Planned', 'In Production', 'Pilot']);
  return ended ? (dice.chance(0.8) ? 'Ended' : 'Canceled') : 'Returning Series';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
