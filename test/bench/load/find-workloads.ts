import type { Key, PoolName, Query, Workload } from './workloads.ts';

const HIT = 'matchedText node { ... on Title { id primaryTitle startYear } ... on Person { id primaryName } }';
const ROW = 'nodes { id primaryTitle startYear rating { average votes } }';
const FACETS = ['genre', 'type', 'decade', 'ratingBucket', 'runtimeBucket'];

const query = ([key]: readonly Key[]) => ({ query: String(key) });
const filter = ([key]: readonly Key[]) => ({ filter: JSON.parse(String(key)) as unknown });

/** What is looked for, with keys that are texts or filters: the time of one is what counts. */
export const FIND_WORKLOADS: readonly Workload[] = [
  find('search, one to four words', { pool: 'texts', ...search() }),
  find('search, a typing error', { pool: 'mistyped', ...search() }),
  find('search, inside of a word', { pool: 'insides', ...search() }),
  find('suggest', {
    pool: 'beginnings',
    document: `query Suggest($query: String!) { suggest(prefix: $query, first: 8) { ${HIT} } }`,
    root: 'suggest',
    variables: query,
  }),
  find('filter, first page', { pool: 'filters', ...titles('') }),
  find('filter, five facets, count', {
    pool: 'filters',
    ...titles(`totalCount facets { ${FACETS.map((facet) => `${facet} { value count filter }`).join(' ')} }`),
  }),
];

function find(name: string, { pool, ...marquee }: Query & { pool: PoolName }): Workload {
  return { name, pool, keys: 1, queries: { marquee } };
}

function search(): Query {
  const document = `query Search($query: String!) { search(query: $query, first: 10) { nodes { ${HIT} } } }`;
  return { document, root: 'search', variables: query };
}

function titles(more: string): Query {
  const document = `query Filter($filter: TitleFilter!) {
    titles(filter: $filter, orderBy: [{ field: VOTES }], first: 20) { ${more} ${ROW} } }`;
  return { document, root: 'titles', variables: filter };
}
