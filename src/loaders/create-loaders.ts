import DataLoader from 'dataloader';

import { akasOfTitle } from '../store/titles/akas.ts';
import { displayTitle } from '../store/titles/display-title.ts';
import type { Audience } from '../store/titles/display-title.ts';
import type { BuildReaders } from '../store/builds/build-readers.ts';
import type { CareerFilter, CareerOrderField } from '../store/charts/careers.ts';
import { listCareers } from '../store/charts/careers.ts';
import type { ChartKind } from '../store/charts/chart.ts';
import { readChart } from '../store/charts/chart.ts';
import { creditAt, creditsOfTitle, crewOfTitle } from '../store/credits/credits.ts';
import { creditsBySeries } from '../store/credits/credits-by-series.ts';
import type { Enumeration } from '../store/titles/enumerations.ts';
import { readEnumeration } from '../store/titles/enumerations.ts';
import { episodesOf, neighboursOf, NO_EPISODES, seasonsOf } from '../store/titles/episodes.ts';
import type {
  AdultContent,
  AkaFilter,
  CreditFilter,
  CreditOrderField,
  Crew,
  EpisodeOrderField,
  OrderBy,
  PersonFacet,
  PersonFilter,
  PersonOrderField,
  SearchRequest,
  Title,
  TitleFacet,
  TitleFilter,
  TitleOrderField,
} from '../store/model/model.ts';
import { listPeople, withOwnIds } from '../store/people/people.ts';
import { countOfCredits, creditsOfPerson } from '../store/credits/person-credits.ts';
import { degreesOf, peopleAtDegree } from '../store/paths/degrees.ts';
import { findPaths } from '../store/paths/find-paths.ts';
import type { PathRequest } from '../store/paths/find-paths.ts';
import { personFacets } from '../store/people/person-facets.ts';
import { peopleOf as peopleOfFilter, personConditions } from '../store/filters/person-filter.ts';
import { collaboratorsOf } from '../store/relations/collaborators.ts';
import type { CollaboratorRequest } from '../store/relations/collaborators.ts';
import { namesakesOf } from '../store/relations/namesakes.ts';
import { createSharedTitles } from '../store/relations/shared-titles.ts';
import { creditSummaryOf } from '../store/relations/credit-summary.ts';
import { ratingGridOf } from '../store/relations/rating-grid.ts';
import { timelineOf } from '../store/relations/timeline.ts';
import type { TimelineUnit } from '../store/relations/timeline.ts';
import { randomTitles } from '../store/titles/random-titles.ts';
import { indexUntil, queriesOf } from '../store/search/terms/search-index.ts';
import { search } from '../store/search/search.ts';
import type { SuggestRequest } from '../store/search/suggest.ts';
import { suggest } from '../store/search/suggest.ts';
import { sharedPeople } from '../store/relations/shared-people.ts';
import { listSimilar } from '../store/relations/similar-titles.ts';
import type { SimilarRequest } from '../store/relations/similar-titles.ts';
import { TitleLikeness } from '../store/relations/title-likeness.ts';
import { titleFacets } from '../store/titles/title-facets.ts';
import { titleConditions } from '../store/filters/title-filter.ts';
import { titlesIn } from '../store/filters/listed-titles.ts';
import { listTitles } from '../store/titles/titles.ts';
import { earlierBuilds, listChanges } from '../store/changes/changes.ts';
import type { ChangeFilter } from '../store/changes/changes.ts';
import { ratingHistories } from '../store/changes/rating-history.ts';
import { isTurnOver, nextTurn } from '../process/turns.ts';
import type { Wait } from '../process/wait.ts';
import { byKey, MOST_KEYS } from './by-key.ts';
import { createTmdbLoaders } from './tmdb-loaders.ts';
import type { TmdbLoaders } from './tmdb-loaders.ts';

/**
 * Everything that resolvers read, created for each request over the build that it leases. Keys of one tick form a
 * batch, and the store joins batches of concurrent requests. Lists end with the wait of the request; lookups do not,
 * because they are short and shared with other requests.
 */
export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(build: BuildReaders, { version, wait }: { version: number; wait?: Wait | undefined }) {
  const { anyQueries } = build;
  const readers = {
    ...build,
    queries: indexUntil(build.queries, wait),
    anyQueries: anyQueries && indexUntil(anyQueries, wait),
  };
  /** What lists of a source read: the words of filters are looked for among its texts. */
  const ofSource = ({ source }: Pick<TitleFilter, 'source'>) => ({ ...readers, queries: queriesOf(readers, source) });
  const titles = byKey(readers.titles, wait);
  const people = byKey(readers.people, wait);
  const peopleOf = (ids: readonly number[]) => Promise.all(ids.map(people));
  const titleCredits = byKey(readers.titleCredits, wait);
  const personCredits = byKey(readers.personCredits, wait);
  const crew = byKey(readers.crew, wait);
  const akas = byKey(readers.akas, wait);
  const episodes = byKey(readers.episodes, wait);
  const similarTitles = byKey(readers.similarTitles, wait);
  /** Waits for a new turn before a long list is sorted, which every request does for itself. */
  async function inTurn<T>(found: Promise<T | null>, lengthOf: (value: T) => number): Promise<T | null> {
    const value = await found;
    if (value !== null && lengthOf(value) > LONG_LIST && isTurnOver()) await nextTurn(wait);
    return value;
  }
  const episodesOrNone = async (seriesId: number) =>
    (await inTurn(episodes(seriesId), (all) => all.episodes.length)) ?? NO_EPISODES;
  let ofTitles: TitleLikeness | undefined;
  /** Made when it is asked for: few requests compare titles. */
  function likeness(): TitleLikeness {
    const { featureCounts, textCounts, tmdbSimilarity } = readers;
    const texts = tmdbSimilarity.counts ? tmdb()?.titles.ofTitle : undefined;
    ofTitles ??= new TitleLikeness({
      featureCounts,
      titles,
      titleCredits,
      crew,
      people,
      tmdb: texts && { similarity: tmdbSimilarity, textCounts, texts },
    });
    return ofTitles;
  }

  const histories = new DataLoader((titleIds: readonly number[]) => ratingHistories(readers, titleIds), {
    maxBatchSize: MOST_KEYS,
  });

  let ofTmdb: TmdbLoaders | undefined;
  /** Made when they are asked for: most requests ask for none of TMDB's data. */
  function tmdb(): TmdbLoaders | null {
    if (readers.tmdb === undefined) return null;
    ofTmdb ??= createTmdbLoaders(readers.tmdb, wait);
    return ofTmdb;
  }

  const ownCredits = (personId: number) => inTurn(personCredits(personId), countOfCredits);

  return {
    dataset: { manifest: readers.manifest, version },
    titles: {
      /** Null for an unknown id. */
      byId: titles,
      list: (filter: TitleFilter, orderBy: readonly OrderBy<TitleOrderField>[]) =>
        listTitles(ofSource(filter), { filter, orderBy }),
      facet: byFilter(async (filter: TitleFilter, facets: readonly TitleFacet[]) => {
        const from = await titlesIn((ids) => readers.titles.many(ids), filter);
        const conditions = await titleConditions(ofSource(filter).queries, filter, { from });
        return titleFacets(readers.queries, { from, conditions, facets, source: filter.source });
      }),
      /** The same titles for the same seed; every title that passes the filter is equally likely. */
      random: (filter: TitleFilter, { seed, count }: { seed: string; count: number }) =>
        randomTitles(readers, { filter, seed, count }),
      chart: (kind: ChartKind, filter: TitleFilter, minVotes: number) => readChart(readers, { kind, filter, minVotes }),
    },
    people: {
      /** Null for an unknown id. */
      byId: people,
      list: (filter: PersonFilter, orderBy: readonly OrderBy<PersonOrderField>[]) =>
        listPeople(ofSource(filter), { filter, orderBy }),
      facet: byFilter(async (filter: PersonFilter, facets: readonly PersonFacet[]) => {
        const conditions = await personConditions(ofSource(filter).queries, await withOwnIds(readers.people, filter));
        return personFacets(readers.queries, { from: peopleOfFilter(filter), conditions, facets });
      }),
    },
    paths: {
      /** The shortest paths between two people; null where one of them is unknown. */
      between: (request: PathRequest) => findPaths(readers, { request, signal: wait?.signal }),
      degreesOf: (person: number) => degreesOf(readers.paths, { person, signal: wait?.signal }),
      atDegree: (person: number, degree: number) => peopleAtDegree(readers, { person, degree, signal: wait?.signal }),
    },
    careers: {
      list: (filter: CareerFilter, orderBy: CareerOrderField) => listCareers(readers, { filter, orderBy }),
    },
    changes: {
      /** The earlier builds that changes are known since, newest first. */
      builds: earlierBuilds(readers.manifest),
      list: (filter: ChangeFilter) => listChanges(readers.queries, filter),
      /** The ratings of a title in the builds that are known, oldest first. */
      ratingsOf: (titleId: number) => histories.load(titleId),
    },
    credits: {
      /** Credits in billing order. */
      ofTitle: (titleId: number, filter: CreditFilter) => creditsOfTitle({ titleCredits }, { titleId, filter }),
      ofPerson: (personId: number, filter: CreditFilter, orderBy: readonly OrderBy<CreditOrderField>[]) =>
        creditsOfPerson({ ...readers, personCredits: ownCredits }, { personId, filter, orderBy }),
      /** The same with the episodes of a series in one row. */
      ofPersonBySeries: (personId: number, filter: CreditFilter, orderBy: readonly OrderBy<CreditOrderField>[]) =>
        creditsBySeries({ ...readers, titles, personCredits: ownCredits }, { personId, filter, orderBy }),
      /** The full credit at a billing position of a title: a person's credit has only a part of it. */
      at: async (titleId: number, billingOrder: number) =>
        creditAt((await titleCredits(titleId)) ?? { credits: [] }, billingOrder),
    },
    crew: {
      /** People who are not in the data are left out. */
      ofTitle: (titleId: number, role: keyof Crew) => crewOfTitle({ crew, people: peopleOf }, { titleId, role }),
    },
    akas: {
      ofTitle: (titleId: number, filter: AkaFilter) => akasOfTitle({ akas }, { titleId, filter }),
      /** The title to show to an audience; null if no aka matches. */
      displayTitle: async (titleId: number, shown: { audience: Audience; primaryTitle: string }) =>
        displayTitle((await akas(titleId))?.akas ?? [], shown),
    },
    episodes: {
      /** Season numbers in order; null comes last if some episodes have none. */
      seasons: async (seriesId: number) => seasonsOf(await episodesOrNone(seriesId)),
      /** All episodes, or those of one season; null is the season of the episodes without a season number. */
      ofSeries: async (
        seriesId: number,
        season: number | null | undefined,
        orderBy: readonly OrderBy<EpisodeOrderField>[],
      ) => episodesOf(await episodesOrNone(seriesId), { seriesId, season, orderBy }),
      ratingGrid: async (seriesId: number) => ratingGridOf(await episodesOrNone(seriesId)),
      /** The previous and next episode in the order of the series; episodes without numbers come last. */
      neighbours: async ({ id, position }: Title) =>
        position === null ? NO_NEIGHBOURS : neighboursOf(await episodesOrNone(position.seriesId), id),
    },
    relations: {
      timeline: (personId: number, options: { by: TimelineUnit; category: string | undefined }) =>
        timelineOf({ ...readers, personCredits: ownCredits }, { personId, ...options }),
      /** Everybody with whom a person shares titles. */
      collaborators: (request: CollaboratorRequest) =>
        collaboratorsOf({ ...readers, people, personCredits: ownCredits }, request),
      /** The titles that several people are credited on, the newest first. */
      sharedTitles: createSharedTitles({ ...readers, personCredits: ownCredits }),
      /** Other titles of the same name. */
      namesakes: (title: Title) => namesakesOf(readers, title),
      creditSummary: (personId: number) => creditSummaryOf({ ...readers, titles, personCredits: ownCredits }, personId),
    },
    /** Null in a build without TMDB's data. */
    tmdb,
    enumerations: {
      /** Words of the data by frequency, greatest first. */
      of: (enumeration: Enumeration, adult: AdultContent) => readEnumeration(readers.queries, { enumeration, adult }),
    },
    similarity: {
      /** Whether what TMDB says counts. */
      countsTmdb: () => readers.tmdbSimilarity.counts,
      list: (request: SimilarRequest) => listSimilar({ ...readers, titles, similarTitles }, request),
      /** Null where one of the titles is not in the data. */
      of: (one: number, other: number) => likeness().of(one, other),
      /** Why a title is like some others. */
      reasons: (titleIds: readonly number[], similarId: number) => likeness().reasons(titleIds, similarId),
      sharedPeople: (a: number, b: number) => sharedPeople({ titleCredits, crew, people }, a, b),
    },
    search: {
      list: (request: SearchRequest) => search(readers, request),
      /** Suggestions by popularity, greatest first. */
      suggest: (request: SuggestRequest) => suggest(readers, request),
    },
  };
}

const NO_NEIGHBOURS = { previous: null, next: null };
/** The longest list that is sorted without a turn of its own; a longer one takes a millisecond. */
const LONG_LIST = 500;

/** Batches the names that are requested of one filter in one tick. */
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
