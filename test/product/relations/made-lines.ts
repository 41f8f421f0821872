import type { SourceLines } from '../source-files.ts';
import { nm, tt } from '../tables.ts';

/** How much a small dataset holds, full of ties, nulls and references that dangle. */
export interface Size {
  titles: number;
  people: number;
  /** The first of the titles. */
  series: number;
  /** The titles behind these. */
  episodes: number;
  /** The most credits of a title. */
  credits: number;
}

/** Numbers of episodes: some in a row, some far apart, some that are dates. */
const NUMBERS = ['\\N', '1', '2', '2', '3', '5', '9', '110', '111', '20150101', '20150104'];
export const NAMES = ['Été', 'ete', 'Eternal', 'The Été', 'É.T.É.', '%', '日本', 'Pilot', 'pilot!', '\\N'];

const row = (...columns: (string | number)[]): string => columns.join('\t');
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Lines of IMDb's files for a small dataset, by a seeded generator. */
export function madeLines({ titles, people, series, episodes, credits }: Size, seed = 20_261_130): SourceLines {
  let state = seed;
  function random(below: number): number {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  }
  const oneOf = (...values: readonly string[]): string => values[random(values.length)] ?? '';
  const typeOf = (id: number): string =>
    id <= series
      ? oneOf('tvSeries', 'tvMiniSeries')
      : id <= series + episodes
        ? 'tvEpisode'
        : oneOf('movie', 'movie', 'short', 'tvMovie', 'tvPilot', 'hologram', 'videoGame');
  // Some references lead to titles and people that are not there.
  const ids = [...numbers(titles), 5_000_000, 5_000_001];
  return {
    'title.basics': numbers(titles).map((id) =>
      row(
        tt(id),
        typeOf(id),
        oneOf(...NAMES),
        oneOf(...NAMES),
        oneOf('0', '0', '0', '1'),
        oneOf('\\N', '1931', '1999', '2000', '2001', '2009', '2026'),
        '\\N',
        oneOf('\\N', '90'),
        oneOf('\\N', 'Drama', 'Drama,Anime', 'Comedy,Crime,Drama'),
      ),
    ),
    'title.episode': numbers(episodes)
      .filter(() => random(12) > 0)
      .map((at) =>
        row(
          tt(at + series),
          // The last two are not series: one is a film, and one is nowhere.
          tt(oneOf(...numbers(series).map(String), String(titles), '5000000')),
          oneOf('\\N', '1', '1', '2', '4'),
          oneOf(...NUMBERS),
        ),
      ),
    'title.principals': ids.flatMap((id) =>
      numbers(random(credits + 1)).map((ordering) =>
        row(
          tt(id),
          ordering * 2,
          nm(1 + Math.floor(random((people + 3) * random(100)) / 100)),
          oneOf('actor', 'actor', 'actress', 'self', 'director', 'writer', 'choir'),
          oneOf('\\N', 'job'),
          oneOf('\\N', '["A","B"]'),
        ),
      ),
    ),
    'title.ratings': ids
      .filter(() => random(3) > 0)
      .map((id) => row(tt(id), `${5 + random(3)}.${random(3)}`, 10 * random(4))),
    'name.basics': numbers(people).map((id) =>
      row(nm(id), oneOf('Ann', 'ann', 'Bo', '\\N', 'Žoe', '日本'), oneOf('\\N', '1950'), '\\N', '\\N', '\\N'),
    ),
  };
}
