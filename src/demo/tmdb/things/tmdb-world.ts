import type { TmdbTitleKind } from '../../../dataset/sources/tmdb.ts';
import { hash32, unit32 } from '../../chance/random.ts';
import { createPeople } from '../../world/people.ts';
import { createWorld } from '../../world/world.ts';
import { createIdSlots, FIRST_GENERATED_ID } from '../ids/id-slots.ts';
import { lifetimeOf, type Day, type Lifetime } from '../ids/lifetimes.ts';
import { createFixedEntities } from '../known/fixed-titles.ts';
import { createGeneratedTitles } from '../known/generated-titles.ts';
import { createKnownPeople, type KnownPerson } from '../known/known-people.ts';
import type { KnownTitle } from '../known/known-title.ts';
import { describePerson, type TmdbPerson } from './tmdb-person.ts';
import { describeTitle, type TmdbTitle } from './tmdb-title.ts';

/**
 * All titles and people of the made-up TMDB on any day, computed from scale and seed when they are asked for. A thing is
 * undefined before the day on which it comes and from the day on which it goes.
 */
export interface TmdbWorld {
  seed: number;
  /** Number of units, those that only TMDB has included. */
  units: number;
  title(kind: TmdbTitleKind, id: number, day: Day): TmdbTitle | undefined;
  /**
   * The id that a title was merged into, of those of which TMDB says so. Of as many it says nothing: one has to be found
   * by its id of IMDb.
   */
  mergedInto(kind: TmdbTitleKind, id: number, day: Day): number | undefined;
  person(id: number, day: Day): TmdbPerson | undefined;
  /** TMDB's ids for an id of IMDb, whether or not TMDB names that id. */
  idsOfTitle(tconst: string): { kind: TmdbTitleKind; ids: number[]; ordinal: number } | undefined;
  idOfPerson(nconst: string): number | undefined;
  /** A person that only TMDB has, for any number. */
  ownPerson(number: number): number;
  /** The first id that nothing can have. */
  end(kind: TmdbTitleKind | 'person'): number;
  lifetime(kind: TmdbTitleKind | 'person' | 'collection', id: number): Lifetime;
  /** The movies of a group of neighbours, by the number of the group: see `createCollections`. */
  moviesOfUnits(from: number, to: number): { id: number; known: KnownTitle }[];
  unitOfMovie(id: number): number | undefined;
}

const KINDS = { movie: 0, tv: 1, person: 2, collection: 3 } as const;
const LISTED_STREAM = 211;
const PERSON_STREAM = 212;
/** Things that only TMDB has, for each of IMDb's. */
const SHARE_OWN = 0.012;
/** Titles that TMDB has twice, for each of IMDb's. */
const SHARE_TWINS = 0.02;
const SHARE_GONE = 0.012;
/** TMDB merges every other pair of titles in the end: one of the ids is then gone. */
const SHARE_MERGED = 0.5;

export function createTmdbWorld({ scale, seed }: { scale: number; seed: number }): TmdbWorld {
  const world = createWorld({ scale, seed });
  const people = createPeople(world);
  const fixed = createFixedEntities();
  const titleAt = createGeneratedTitles(world, people);
  const personAt = createKnownPeople(world, people);
  const units = Math.ceil(world.units * (1 + SHARE_OWN)) + 2;
  const twins = Math.ceil(units * SHARE_TWINS);
  const names = Math.ceil(world.names.size * (1 + SHARE_OWN)) + 2;
  const slots = {
    movie: createIdSlots(units + twins, hash32(seed, 213, 0)),
    tv: createIdSlots(units + twins, hash32(seed, 214, 0)),
    person: createIdSlots(names, hash32(seed, 215, 0)),
  };
  const fixedPeople = new Map([...fixed.people].map(([id, { nconst }]) => [nconst, id]));
  const unitOfTwin = (twin: number): number => Math.floor(((twin + 0.5) * units) / twins);

  const lifetime = (kind: keyof typeof KINDS, id: number): Lifetime => {
    const isTwin = kind !== 'person' && kind !== 'collection' && (slots[kind].slotOf(id) ?? 0) >= units;
    const shareGone = id < FIRST_GENERATED_ID ? 0 : isTwin ? SHARE_MERGED : SHARE_GONE;
    return lifetimeOf(seed, { kind: KINDS[kind], id, shareGone });
  };
  /** The state of a thing on a day: its version, or undefined while TMDB does not have it. */
  const versionOn = (kind: keyof typeof KINDS, id: number, day: Day): number | undefined => {
    if (id < FIRST_GENERATED_ID) return 0;
    const { from, to, version } = lifetime(kind, id);
    return day >= from && day < to ? version(day) : undefined;
  };

  const listedTitle = (kind: TmdbTitleKind, unit: number): KnownTitle | undefined => {
    if (world.isSeries(unit) !== (kind === 'tv')) return undefined;
    const known = titleAt(unit);
    return unit32(hash32(seed, LISTED_STREAM, unit)) < shareListed(known) ? known : undefined;
  };
  const knownTitle = (kind: TmdbTitleKind, id: number): KnownTitle | undefined => {
    if (id < FIRST_GENERATED_ID) return (kind === 'movie' ? fixed.movies : fixed.series).get(id);
    const slot = slots[kind].slotOf(id);
    if (slot === undefined) return undefined;
    return listedTitle(kind, slot < units ? slot : unitOfTwin(slot - units));
  };
  const knownPerson = (id: number): KnownPerson | undefined => {
    if (id < FIRST_GENERATED_ID) return fixed.people.get(id);
    const index = slots.person.slotOf(id);
    return index !== undefined && hasPerson(index) ? personAt(index) : undefined;
  };
  const hasPerson = (index: number): boolean => {
    if (index >= world.names.size) return true;
    const rank = people.rankAt(index);
    const share = rank < people.pooled ? 0.85 : rank < people.credited ? 0.2 : 0.02;
    return unit32(hash32(seed, PERSON_STREAM, index)) < share;
  };

  return {
    seed,
    units,
    title(kind, id, day) {
      const version = versionOn(kind, id, day);
      const known = version === undefined ? undefined : knownTitle(kind, id);
      if (known === undefined || version === undefined) return undefined;
      const isTwin = id >= FIRST_GENERATED_ID && (slots[kind].slotOf(id) as number) >= units;
      return describeTitle(seed, known, { kind, id, version, isTwin });
    },
    mergedInto(kind, id, day) {
      const slot = id < FIRST_GENERATED_ID ? undefined : slots[kind].slotOf(id);
      if (slot === undefined || slot < units || slot % 2 === 0 || day < lifetime(kind, id).to) return undefined;
      return knownTitle(kind, id) && slots[kind].idOf(unitOfTwin(slot - units));
    },
    person(id, day) {
      const version = versionOn('person', id, day);
      const known = version === undefined ? undefined : knownPerson(id);
      return known === undefined || version === undefined ? undefined : describePerson(seed, known, { id, version });
    },
    idsOfTitle(tconst) {
      const fixedId = [...fixed.movies, ...fixed.series].find(([, known]) => known.tconst === tconst);
      if (fixedId !== undefined) return { kind: fixedId[1].isSeries ? 'tv' : 'movie', ids: [fixedId[0]], ordinal: 0 };
      const title = world.titles.indexOf(Number(tconst.slice(2)));
      if (title === undefined) return undefined;
      const unit = world.unitOf(title);
      const kind = world.isSeries(unit) ? 'tv' : 'movie';
      const twin = Math.round((unit * twins) / units - 0.5);
      const own = [twin - 1, twin, twin + 1].filter((nth) => nth >= 0 && nth < twins && unitOfTwin(nth) === unit);
      const ids = [unit, ...own.map((nth) => units + nth)].map((slot) => slots[kind].idOf(slot));
      return { kind, ids, ordinal: title - world.titleOfUnit(unit) };
    },
    idOfPerson(nconst) {
      const fixedId = fixedPeople.get(nconst);
      if (fixedId !== undefined) return fixedId;
      const index = world.names.indexOf(Number(nconst.slice(2)));
      return index !== undefined && hasPerson(index) ? slots.person.idOf(index) : undefined;
    },
    ownPerson: (number) => slots.person.idOf(world.names.size + (number % (names - world.names.size))),
    end: (kind) => slots[kind].end,
    lifetime,
    moviesOfUnits(from, to) {
      const found: { id: number; known: KnownTitle }[] = [];
      for (let unit = from; unit < Math.min(to, units); unit += 1) {
        const known = listedTitle('movie', unit);
        if (known !== undefined) found.push({ id: slots.movie.idOf(unit), known });
      }
      return found;
    },
    unitOfMovie(id) {
      const slot = id < FIRST_GENERATED_ID ? undefined : slots.movie.slotOf(id);
      return slot !== undefined && slot < units ? slot : undefined;
    },
  };
}

/** The chance that TMDB has a title. It has no games, nearly all that is rated, and little of the rest. */
function shareListed({ tconst, type, rating, isSeries }: KnownTitle): number {
  if (type === 'videoGame') return 0;
  if (tconst === undefined) return 1;
  if (isSeries) return rating === undefined ? 0.25 : 0.95;
  if (type === 'movie') return rating === undefined ? 0.15 : 0.93;
  return rating === undefined ? 0.03 : 0.5;
}
