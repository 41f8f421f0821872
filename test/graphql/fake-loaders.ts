import { ANONYMOUS } from '../support/clients.ts';
import { graphql } from 'graphql';
import type { Context, Limits } from '../../src/graphql/base/context.ts';
import { schema } from '../../src/graphql/schema.ts';
import { ClientError } from '../../src/errors.ts';
import type { Loaders } from '../../src/loaders/create-loaders.ts';
import type {
  Person,
  PersonSummary,
  PersonCredit,
  Title,
  TitleSummary,
  TitleCredit,
} from '../../src/store/model/model.ts';
import type { Pageable, PageRequest } from '../../src/store/model/page.ts';

/** What the loaders were asked, in order: `['titles.byId', 1]`. */
export type Asked = [name: string, ...args: unknown[]][];

type Parts = { [Group in keyof Loaders]?: Partial<Loaders[Group]> };

const LIMITS: Limits = { defaultPage: 2, maxPage: 5, maxLongPage: 8, maxSearchPage: 4, maxIds: 3, maxFilterIds: 4 };

/** Loaders that know these entities, answer the rest as `parts` says, and write down what they were asked. */
export function fakeLoaders({
  titles = [],
  people = [],
  ...parts
}: { titles?: Title[]; people?: Person[] } & { parts?: Parts }) {
  const asked: Asked = [];
  const base: Loaders = {
    dataset: {} as Loaders['dataset'],
    titles: {
      byId: async (id) => titles.find((one) => one.id === id) ?? null,
      list: unexpected('titles.list'),
      facet: unexpected('titles.facet'),
      chart: unexpected('titles.chart'),
      random: unexpected('titles.random'),
    },
    people: {
      byId: async (id) => people.find((one) => one.id === id) ?? null,
      list: unexpected('people.list'),
      facet: unexpected('people.facet'),
    },
    tmdb: () => null,
    changes: { builds: [], list: unexpected('changes.list'), ratingsOf: unexpected('changes.ratingsOf') },
    credits: {
      ofTitle: unexpected('credits.ofTitle'),
      ofPerson: unexpected('credits.ofPerson'),
      ofPersonBySeries: unexpected('credits.ofPersonBySeries'),
      at: unexpected('credits.at'),
    },
    crew: { ofTitle: unexpected('crew.ofTitle') },
    akas: { ofTitle: unexpected('akas.ofTitle'), displayTitle: unexpected('akas.displayTitle') },
    episodes: {
      seasons: unexpected('episodes.seasons'),
      ofSeries: unexpected('episodes.ofSeries'),
      neighbours: unexpected('episodes.neighbours'),
      ratingGrid: unexpected('episodes.ratingGrid'),
    },
    paths: {
      between: unexpected('paths.between'),
      degreesOf: unexpected('paths.degreesOf'),
      atDegree: unexpected('paths.atDegree'),
    },
    careers: { list: unexpected('careers.list') },
    relations: {
      timeline: unexpected('relations.timeline'),
      creditSummary: unexpected('relations.creditSummary'),
      collaborators: unexpected('relations.collaborators'),
      namesakes: unexpected('relations.namesakes'),
      sharedTitles: unexpected('relations.sharedTitles'),
    },
    enumerations: { of: unexpected('enumerations.of') },
    similarity: {
      countsTmdb: unexpected('similarity.countsTmdb'),
      list: unexpected('similarity.list'),
      of: unexpected('similarity.of'),
      reasons: unexpected('similarity.reasons'),
      sharedPeople: unexpected('similarity.sharedPeople'),
    },
    search: { list: unexpected('search.list'), suggest: unexpected('search.suggest') },
  };
  const merged = Object.entries(base).map(([name, group]) => {
    const part = parts.parts?.[name as keyof Loaders];
    if (name === 'dataset' || typeof group === 'function') return [name, part ?? group];
    const methods = Object.entries({ ...group, ...part });
    return [name, Object.fromEntries(methods.map(([method, call]) => [method, recorded(`${name}.${method}`, call)]))];
  });
  function recorded(name: string, call: unknown) {
    return (...args: unknown[]) => {
      asked.push([name, ...args]);
      return (call as (...args: unknown[]) => unknown)(...args);
    };
  }
  return { loaders: Object.fromEntries(merged) as Loaders, asked };
}

function unexpected(name: string) {
  return () => {
    throw new Error(`the test did not expect ${name}`);
  };
}

/** The answer of the schema, with the codes of its errors; an error that is not for clients shows as its text. */
export async function ask(
  source: string,
  { loaders, variables = {} }: { loaders: Loaders; variables?: Record<string, unknown> },
) {
  const contextValue: Context = { loaders, limits: LIMITS, client: ANONYMOUS };
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues: variables });
  const plain: unknown = JSON.parse(JSON.stringify(data ?? null));
  if (errors === undefined) return { data: plain };
  return {
    data: plain,
    errors: errors.map(({ originalError, message, path }) => ({
      code: originalError instanceof ClientError ? originalError.code : 'NOT FOR CLIENTS',
      message,
      path: path?.join('.'),
    })),
  };
}

/** A list in memory whose rows are keyed by their place and id. */
export function listOf<T extends { id: number }>(items: readonly T[], order = 'things PLACE:ASC') {
  const requests: (PageRequest | 'count')[] = [];
  const list: Pageable<T> = {
    order,
    keyTypes: ['number', 'number'],
    page(request) {
      requests.push(request);
      const rows = items.map((item, index) => ({ item, key: [index, item.id] }));
      const from = Number(request.after?.[0] ?? (request.offset ?? 0) - 1) + 1;
      const to = Number(request.before?.[0] ?? rows.length);
      const between = rows.slice(from, to);
      const page = request.backward ? between.slice(-request.limit) : between.slice(0, request.limit);
      return {
        rows: page,
        hasNextPage: page.at(-1) !== rows.at(-1),
        hasPreviousPage: page[0] !== rows[0],
      };
    },
    count() {
      requests.push('count');
      return items.length;
    },
  };
  return { list, requests };
}

export function titleSummary(fields: Partial<TitleSummary> = {}): TitleSummary {
  return {
    id: 1,
    titleType: 'movie',
    startYear: 1999,
    ...fields,
  };
}

export function title(fields: Partial<Title> = {}): Title {
  const rest = {
    primaryTitle: 'One',
    originalTitle: 'Un',
    isAdult: false,
    endYear: null,
    runtimeMinutes: 90,
    genres: [],
  };
  return { ...titleSummary(), ...rest, rating: { average: 7.5, votes: 10 }, position: null, ...fields };
}

export function personSummary(fields: Partial<PersonSummary> = {}): PersonSummary {
  return { id: 1, primaryName: 'Ann', birthYear: 1970, deathYear: null, ...fields };
}

export function person(fields: Partial<Person> = {}): Person {
  return { ...personSummary(), primaryProfessions: ['actress'], knownFor: [], ...fields };
}

export function role(fields: Partial<TitleCredit> = {}): Omit<TitleCredit, 'person'> & { id: number } {
  return { id: 0, billingOrder: 1, category: 'actress', job: null, characters: null, ...fields };
}

/** A credit as its person's side has it. */
export function personRole(fields: Partial<PersonCredit> = {}): Omit<PersonCredit, 'title'> & { id: number } {
  return { id: 0, titleId: 1, billingOrder: 1, category: 'actress', ...fields };
}
