import DataLoader from 'dataloader';

import { akasOfTitle, displayTitle } from '../store/titles/akas.ts';
import type { BuildReaders } from '../store/builds/build-readers.ts';
import { listCareers } from '../store/charts/careers.ts';
import { readChart } from '../store/charts/chart.ts';
import { creditAt, creditsOfTitle, crewOfTitle } from '../store/credits/credits.ts';
import { readEnumeration } from '../store/titles/enumerations.ts';
import { episodesOf, neighboursOf, NO_EPISODES, seasonsOf } from '../store/titles/episodes.ts';
import type { LookupReader } from '../store/documents/lookup-reader.ts';
import { listPeople } from '../store/people/people.ts';
import { countOfCredits, creditsOfPerson } from '../store/credits/person-credits.ts';
import { personFacets } from '../store/people/person-facets.ts';
import { personConditions } from '../store/filters/person-filter.ts';
import { randomTitles } from '../store/titles/random-titles.ts';
import { indexUntil } from '../store/search/terms/search-index.ts';
import { search } from '../store/search/search.ts';
import { suggest } from '../store/search/suggest.ts';
import { titleFacets } from '../store/titles/title-facets.ts';
import { titleConditions } from '../store/filters/title-filter.ts';
import { listTitles } from '../store/titles/titles.ts';
import { isTurnOver, nextTurn } from '../process/turns.ts';
import type { Wait } from '../process/wait.ts';
import type { Loaders } from './loaders.ts';

/**
 * The loaders of one request over the build that it leases. Lists end with the signal of whoever waits; lookups are too
 * short, and shared with other requests.
 */
export function createLoaders(
  build: BuildReaders,
  { version, wait }: { version: number; wait?: Wait | undefined },
): Loaders {
  const readers = { ...build, scan: indexUntil(build.scan, wait) };
  const titles = byKey(readers.titles, wait);
  const people = byKey(readers.people, wait);
  const peopleOf = (ids: readonly number[]) => Promise.all(ids.map(people));
  const titleCredits = byKey(readers.titleCredits, wait);
  const personCredits = byKey(readers.personCredits, wait);
  const crew = byKey(readers.crew, wait);
  const akas = byKey(readers.akas, wait);
  const episodes = byKey(readers.episodes, wait);
  /** A long list is sorted by each who asks for it in a turn of its own. */
  async function inTurn<T>(found: Promise<T | null>, lengthOf: (value: T) => number): Promise<T | null> {
    const value = await found;
    if (value !== null && lengthOf(value) > LONG_LIST && isTurnOver()) await nextTurn(wait);
    return value;
  }
  const episodesOrNone = async (seriesId: number) =>
    (await inTurn(episodes(seriesId), (all) => all.episodes.length)) ?? NO_EPISODES;

  return {
    dataset: { manifest: readers.manifest, version },
    titles: {
      byId: titles,
      list: (filter, orderBy) => listTitles(readers, { filter, orderBy }),
      facet: byFilter(async (filter, facets) => {
        const conditions = await titleConditions(readers.scan, filter);
        return titleFacets(readers.scan, { conditions, facets });
      }),
      random: (filter, { seed, count }) => randomTitles(readers, { filter, seed, count }),
      chart: (kind, filter, minVotes) => readChart(readers, { kind, filter, minVotes }),
    },
    people: {
      byId: people,
      list: (filter, orderBy) => listPeople(readers, { filter, orderBy }),
      facet: byFilter(async (filter, facets) => {
        const conditions = await personConditions(readers.scan, filter);
        return personFacets(readers.scan, { conditions, facets });
      }),
    },
    careers: { list: (filter, orderBy) => listCareers(readers, { filter, orderBy }) },
    credits: {
      ofTitle: (titleId, filter) => creditsOfTitle({ titleCredits }, { titleId, filter }),
      ofPerson: (personId, filter, orderBy) =>
        creditsOfPerson(
          { ...readers, personCredits: (id) => inTurn(personCredits(id), countOfCredits) },
          { personId, filter, orderBy },
        ),
      at: async (titleId, billingOrder) => creditAt((await titleCredits(titleId)) ?? { credits: [] }, billingOrder),
    },
    crew: { ofTitle: (titleId, role) => crewOfTitle({ crew, people: peopleOf }, { titleId, role }) },
    akas: {
      ofTitle: (titleId, filter) => akasOfTitle({ akas }, { titleId, filter }),
      displayTitle: async (titleId, wanted) => displayTitle((await akas(titleId))?.akas ?? [], wanted),
    },
    episodes: {
      seasons: async (seriesId) => seasonsOf(await episodesOrNone(seriesId)),
      ofSeries: async (seriesId, season, orderBy) =>
        episodesOf(await episodesOrNone(seriesId), { seriesId, season, orderBy }),
      neighbours: async ({ id, place }) =>
        place === null ? { previous: null, next: null } : neighboursOf(await episodesOrNone(place.seriesId), id),
    },
    enumerations: { of: (enumeration, adult) => readEnumeration(readers.scan, { enumeration, adult }) },
    search: {
      list: (request) => search(readers, request),
      suggest: (request) => suggest(readers, request),
    },
  };
}

/** A longer one takes a millisecond to sort. */
const LONG_LIST = 500;
/** Keys of one batch. The documents of one are all there before any is gone on with. */
const MOST_KEYS = 2000;

/** Joins the keys that are asked for in one tick, and asks for each key once in a request. */
function byKey<T>(reader: LookupReader<T>, wait: Wait | undefined): (key: number) => Promise<T | null> {
  const loader = new DataLoader<number, T | null>((keys) => reader.many(keys, wait), { maxBatchSize: MOST_KEYS });
  return (key) => loader.load(key);
}

/** Joins what is asked for in one tick of one filter. */
function byFilter<Filter extends object, Name, T>(
  read: (filter: Filter, names: readonly Name[]) => Promise<readonly T[]>,
): (filter: Filter, name: Name) => Promise<T> {
  const loaders = new WeakMap<Filter, DataLoader<Name, T>>();
  return (filter, name) => {
    const loader = loaders.get(filter) ?? new DataLoader<Name, T>((names) => read(filter, names));
    loaders.set(filter, loader);
    return loader.load(name);
  };
}
