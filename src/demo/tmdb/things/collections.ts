import { hash32 } from '../../chance/random.ts';
import { createIdSlots, FIRST_GENERATED_ID } from '../ids/id-slots.ts';
import { TMDB_IDS } from '../known/fixed-titles.ts';
import type { Day } from '../ids/lifetimes.ts';
import type { TmdbWorld } from './tmdb-world.ts';

/** Films that belong together. */
export interface TmdbCollection {
  id: number;
  name: string;
  overview: string;
  hasPoster: boolean;
  hasBackdrop: boolean;
  /** Ids of the films. */
  parts: number[];
}

export interface Collections {
  /** One more than the highest id. */
  end: number;
  collection(id: number, day: Day): TmdbCollection | undefined;
  /** The collection that a film belongs to. */
  ofMovie(id: number, day: Day): TmdbCollection | undefined;
}

const STREAM = 221;
/** Neighbours among which a collection finds its films. */
const GROUP = 24;
const MOST_PARTS = 4;
const SHARE_PERCENT = 50;
/** Groups kept in memory. */
const MAX_CACHED = 512;

/** The collections of the made-up TMDB: in half of the groups of neighbours, the first feature films. */
export function createCollections(world: TmdbWorld): Collections {
  const slots = createIdSlots(Math.ceil(world.units / GROUP), hash32(world.seed, STREAM, 0));
  const cache = new Map<number, TmdbCollection | undefined>();
  const fixed: TmdbCollection = {
    id: TMDB_IDS.orpheumCollection,
    name: 'Orpheum Collection',
    overview: 'Two nights at the Orpheum, four years apart.',
    hasPoster: true,
    hasBackdrop: true,
    parts: [TMDB_IDS.orpheum, TMDB_IDS.orpheumSequel],
  };

  function ofGroup(group: number): TmdbCollection | undefined {
    if (cache.has(group)) return cache.get(group);
    const collection = describe(group);
    if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value as number);
    cache.set(group, collection);
    return collection;
  }

  function describe(group: number): TmdbCollection | undefined {
    const draw = hash32(world.seed, STREAM + 1, group);
    if (draw % 100 >= SHARE_PERCENT) return undefined;
    const films = world
      .moviesOfUnits(group * GROUP, (group + 1) * GROUP)
      .filter(({ known }) => known.type === 'movie' && !known.adult)
      .slice(0, MOST_PARTS);
    const [first] = films;
    if (first === undefined || films.length < 2) return undefined;
    return {
      id: slots.idOf(group),
      name: `${first.known.primary} Collection`,
      overview: draw % 3 === 0 ? '' : `The films that began with ${first.known.primary}.`,
      hasPoster: draw % 7 !== 0,
      hasBackdrop: draw % 5 !== 0,
      parts: films.map(({ id }) => id),
    };
  }

  const onDay = (collection: TmdbCollection | undefined, day: Day): TmdbCollection | undefined =>
    collection && {
      ...collection,
      parts: collection.parts.filter((id) => world.title('movie', id, day) !== undefined),
    };

  return {
    end: slots.end,
    collection(id, day) {
      if (id === fixed.id) return fixed;
      const group = id < FIRST_GENERATED_ID ? undefined : slots.slotOf(id);
      return group === undefined ? undefined : onDay(ofGroup(group), day);
    },
    ofMovie(id, day) {
      if (fixed.parts.includes(id)) return fixed;
      const unit = world.unitOfMovie(id);
      const collection = unit === undefined ? undefined : ofGroup(Math.floor(unit / GROUP));
      return collection?.parts.includes(id) ? onDay(collection, day) : undefined;
    },
  };
}
