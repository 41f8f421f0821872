import { formatConst } from '../../../src/dataset/words/consts.ts';
import { FIND_WORKLOADS } from './find-workloads.ts';
import { RELATION_WORKLOADS } from './relation-workloads.ts';

/** Where ids come from, see key-pools.ts. */
export type PoolName = 'titles' | 'compared' | 'connected' | 'series' | 'people' | 'words' | 'pages' | FindPool;
/** Texts that are typed and filters, see find-pools.ts. */
export type FindPool = 'texts' | 'mistyped' | 'insides' | 'beginnings' | 'filters';
export type Key = number | string;
export type Target = 'marquee' | 'postgraphile';

/** A request of a workload for one kind of server. */
export interface Query {
  document: string;
  /** The field of `data` that may not be null. */
  root: string;
  variables: (keys: readonly Key[]) => Record<string, unknown>;
}

export interface Workload {
  name: string;
  pool: PoolName;
  /** Keys of the pool in one request. */
  keys: number;
  queries: { marquee: Query } & Partial<Record<Target, Query>>;
}

const title = ([key]: readonly Key[]) => ({ id: formatConst('tt', Number(key)) });
const person = ([key]: readonly Key[]) => ({ id: formatConst('nm', Number(key)) });
const integer = ([key]: readonly Key[]) => ({ id: key });

/** What users ask, the same for every server: PostGraphile's ids are integers, which is the easier part for it. */
export const WORKLOADS: readonly Workload[] = [
  {
    name: 'card',
    pool: 'titles',
    keys: 1,
    queries: {
      marquee: {
        document: `query Card($id: ID!) { title(id: $id) {
          id titleTypeName primaryTitle startYear runtimeMinutes rating { average votes } } }`,
        root: 'title',
        variables: title,
      },
      postgraphile: {
        document: `query Card($id: Int!) { title(tconst: $id) {
          tconst titleType primaryTitle startYear runtimeMinutes rating { averageRating numVotes } } }`,
        root: 'title',
        variables: integer,
      },
    },
  },
  {
    name: 'nested',
    pool: 'titles',
    keys: 1,
    queries: {
      marquee: {
        document: `query Nested($id: ID!) { title(id: $id) {
          id primaryTitle startYear rating { average votes }
          credits(first: 10) { nodes { billingOrder categoryName characters person { id primaryName birthYear } } } } }`,
        root: 'title',
        variables: title,
      },
      postgraphile: {
        document: `query Nested($id: Int!) { title(tconst: $id) {
          tconst primaryTitle startYear rating { averageRating numVotes }
          credits(first: 10, orderBy: PRIMARY_KEY_ASC) {
            nodes { ordering category characters person { nconst primaryName birthYear } } } } }`,
        root: 'title',
        variables: integer,
      },
    },
  },
  {
    name: 'deep',
    pool: 'titles',
    keys: 1,
    queries: {
      marquee: {
        document: `query Deep($id: ID!) { title(id: $id) {
          id primaryTitle startYear rating { average votes }
          credits(first: 10) { nodes { billingOrder categoryName characters person { id primaryName birthYear
            credits(first: 5, orderBy: [{ field: VOTES }]) {
              nodes { categoryName title { id primaryTitle rating { average votes } } } } } } } } }`,
        root: 'title',
        variables: title,
      },
      postgraphile: {
        document: `query Deep($id: Int!) { title(tconst: $id) {
          tconst primaryTitle startYear rating { averageRating numVotes }
          credits(first: 10, orderBy: PRIMARY_KEY_ASC) {
            nodes { ordering category characters person { nconst primaryName birthYear
              credits(first: 5, orderBy: [VOTES_DESC, PRIMARY_KEY_ASC]) {
                nodes { category title { tconst primaryTitle rating { averageRating numVotes } } } } } } } } }`,
        root: 'title',
        variables: integer,
      },
    },
  },
  {
    name: 'batch',
    pool: 'titles',
    keys: 50,
    queries: {
      marquee: {
        document: `query Batch($ids: [ID!]!) { titlesByIds(ids: $ids) {
          id primaryTitle startYear rating { average votes } } }`,
        root: 'titlesByIds',
        variables: (keys) => ({ ids: keys.map((key) => formatConst('tt', Number(key))) }),
      },
      postgraphile: {
        document: `query Batch($ids: [Int!]!) { titlesByIds(ids: $ids) { nodes {
          tconst primaryTitle startYear rating { averageRating numVotes } } } }`,
        root: 'titlesByIds',
        variables: (keys) => ({ ids: keys }),
      },
    },
  },
  {
    name: 'series',
    pool: 'series',
    keys: 1,
    queries: {
      marquee: {
        document: `query Series($id: ID!) { title(id: $id) {
          id primaryTitle startYear endYear ... on Series { seasons { number
            episodes(first: 500) { nodes { id episodeNumber primaryTitle rating { average votes } } } } } } }`,
        root: 'title',
        variables: title,
      },
      postgraphile: {
        document: `query Series($id: Int!) { title(tconst: $id) {
          tconst primaryTitle startYear endYear episodes(orderBy: [SEASON_NUMBER_ASC, EPISODE_NUMBER_ASC]) {
            nodes { seasonNumber episodeNumber title { tconst primaryTitle rating { averageRating numVotes } } } } } }`,
        root: 'title',
        variables: integer,
      },
    },
  },
  {
    name: 'person',
    pool: 'people',
    keys: 1,
    queries: {
      marquee: {
        document: `query Person($id: ID!) { person(id: $id) {
          id primaryName birthYear credits(first: 50, orderBy: [{ field: YEAR }]) {
            nodes { categoryName characters title { id primaryTitle startYear } } } } }`,
        root: 'person',
        variables: person,
      },
      postgraphile: {
        document: `query Person($id: Int!) { person(nconst: $id) {
          nconst primaryName birthYear credits(first: 50, orderBy: [YEAR_DESC, PRIMARY_KEY_ASC]) {
            nodes { category characters title { tconst primaryTitle startYear } } } } }`,
        root: 'person',
        variables: integer,
      },
    },
  },
  {
    name: 'browse',
    pool: 'pages',
    keys: 1,
    queries: {
      marquee: {
        document: `query Browse($offset: Int!) { titles(
          filter: { types: { any: [MOVIE, TV_MOVIE] } }, orderBy: [{ field: VOTES }], first: 20, offset: $offset) {
          nodes { id primaryTitle startYear rating { average votes } } } }`,
        root: 'titles',
        variables: ([key]) => ({ offset: Number(key) }),
      },
    },
  },
  {
    name: 'search',
    pool: 'words',
    keys: 1,
    queries: {
      marquee: {
        document: `query Search($query: String!) { search(query: $query, first: 10) {
          nodes { matchedText node { ... on Title { id primaryTitle startYear } ... on Person { id primaryName } } } } }`,
        root: 'search',
        variables: ([key]) => ({ query: String(key) }),
      },
    },
  },
];

/** Pages of lists, and the same with their totalCount. */
export const COUNTED_WORKLOADS: readonly Workload[] = [
  personPage('person page', ''),
  personPage('person counted', 'totalCount'),
  episodesPage('series page', ''),
  episodesPage('series counted', 'totalCount'),
];

function personPage(name: string, more: string): Workload {
  const document = `query Page($id: ID!) { person(id: $id) { id credits(first: 20) { ${more}
    nodes { categoryName characters title { id primaryTitle startYear } } } } }`;
  return { name, pool: 'people', keys: 1, queries: { marquee: { document, root: 'person', variables: person } } };
}

function episodesPage(name: string, more: string): Workload {
  const document = `query Page($id: ID!) { title(id: $id) { id ... on Series { episodes(first: 20) { ${more}
    nodes { id seasonNumber episodeNumber primaryTitle rating { average votes } } } } } }`;
  return { name, pool: 'series', keys: 1, queries: { marquee: { document, root: 'title', variables: title } } };
}

export function workloadOf(name: string): Workload {
  const found = [...WORKLOADS, ...COUNTED_WORKLOADS, ...FIND_WORKLOADS, ...RELATION_WORKLOADS].find(
    (workload) => workload.name === name,
  );
  if (found === undefined) throw new Error(`there is no workload ${name}`);
  return found;
}
