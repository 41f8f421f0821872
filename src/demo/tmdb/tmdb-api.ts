import type { TmdbTitleKind } from '../../dataset/sources/tmdb.ts';
import { MS_PER_DAY, type Day } from './ids/lifetimes.ts';
import { createCatalogue } from './things/catalogue.ts';
import { createCollections } from './things/collections.ts';
import { createEpisodeOrder } from './things/episode-order.ts';
import { createTmdbWorld, type TmdbWorld } from './things/tmdb-world.ts';
import { TMDB_GENRES } from './words/tmdb-genres.ts';
import { failed, found, type TmdbAnswer } from './endpoints/answer.ts';
import { createChanges } from './endpoints/changes.ts';
import { configuration } from './endpoints/configuration.ts';
import {
  collectionDetails,
  personDetails,
  seasonDetails,
  titleDetails,
  type DetailsFrom,
} from './endpoints/details.ts';
import { discover } from './endpoints/discover.ts';
import { exportLines } from './endpoints/exports.ts';
import { find } from './endpoints/find.ts';
import { picture } from './endpoints/pictures.ts';

/** The made-up TMDB without its server: a path in, an answer out. */
export interface TmdbApi {
  world: TmdbWorld;
  /** Answers a path of the API without `/3`, such as `/movie/101`. */
  answer(path: string, query: URLSearchParams): TmdbAnswer;
  /** A picture by `<size>/<path>.svg`; undefined if there is none. */
  picture(path: string): string | undefined;
  /** The lines of a daily list of ids, by the name of its file; undefined where there is none at this time. */
  lines(file: string): AsyncGenerator<string> | undefined;
}

export interface TmdbApiOptions {
  /** Scale and seed of the demo whose titles and people it describes. */
  scale: number;
  seed: number;
  now: () => Date;
  /** Where its pictures are, without a slash at the end. */
  pictures: () => string;
}

export function createTmdbApi({ scale, seed, now, pictures }: TmdbApiOptions): TmdbApi {
  const world = createTmdbWorld({ scale, seed });
  const catalogue = createCatalogue(world);
  const collections = createCollections(world);
  const order = createEpisodeOrder(seed);
  const changes = createChanges(world);
  const today = (): Day => Math.floor(now().getTime() / MS_PER_DAY);

  const ROUTES: readonly (readonly [
    RegExp,
    (parts: string[], query: URLSearchParams, from: DetailsFrom) => TmdbAnswer,
  ])[] = [
    [/^\/genre\/(movie|tv)\/list$/, ([kind]) => found({ genres: TMDB_GENRES[kind as TmdbTitleKind] })],
    [/^\/configuration$/, () => configuration(pictures())],
    [/^\/discover\/(movie|tv)$/, ([kind], query, from) => discover(kind as TmdbTitleKind, query, from)],
    [
      /^\/(movie|tv|person)\/changes$/,
      ([kind], query, { day }) => changes(kind as TmdbTitleKind | 'person', query, day),
    ],
    [/^\/tv\/(\d+)\/season\/(\d+)$/, ([id, season], _, from) => seasonDetails(Number(id), Number(season), from)],
    [
      /^\/(movie|tv)\/(\d+)(?:\/(\w+))?$/,
      ([kind, id, part], query, from) => titleDetails(kind as TmdbTitleKind, { id: Number(id), part, query }, from),
    ],
    [
      /^\/person\/(\d+)(?:\/(\w+))?$/,
      ([id, part], query, from) => personDetails({ id: Number(id), part, query }, from),
    ],
    [/^\/collection\/(\d+)$/, ([id], _, from) => collectionDetails(Number(id), from)],
    [/^\/find\/(\w+)$/, ([id = ''], _, from) => find(id, from)],
    [/^\/(?:movie|tv|person|collection)\/[^/]+$/, () => failed(6)],
  ];

  return {
    world,
    answer(path, query) {
      const from = { world, catalogue, collections, order, day: today() };
      for (const [pattern, endpoint] of ROUTES) {
        const match = pattern.exec(path);
        if (match !== null) return endpoint(match.slice(1), query, from);
      }
      return failed(34);
    },
    picture: (path) => picture(path, { world, collections, day: today() }),
    lines: (file) => exportLines(file, { world, catalogue, collections, now: now() }),
  };
}
