import { formatConst } from '../../../src/dataset/words/consts.ts';
import type { Key, PoolName, Query, Workload } from './workloads.ts';

const ROW = 'score title { id primaryTitle startYear rating { average votes } }';
const REASONS = 'reasons { kind detail weight }';

const tt = (key: Key | undefined): string => formatConst('tt', Number(key));
const title = ([key]: readonly Key[]) => ({ id: tt(key) });

const nm = (key: Key | undefined): string => formatConst('nm', Number(key));
const person = ([key]: readonly Key[]) => ({ id: nm(key) });
const pair = ([from, to]: readonly Key[]) => ({ from: nm(from), to: nm(to) });

/** Similar titles and comparisons, of titles that have lists; paths between people; and what sums up people and series. */
export const RELATION_WORKLOADS: readonly Workload[] = [
  similar('similar, first 10', { document: list(`similar(first: 10) { nodes { ${ROW} } }`) }),
  similar('similar, first 10, with reasons', { document: list(`similar(first: 10) { nodes { ${ROW} ${REASONS} } }`) }),
  similar('similar, films of a decade', {
    document: list(
      `similar(first: 10, filter: { types: { any: [MOVIE] }, year: { min: 2000, max: 2009 } }) { totalCount nodes { ${ROW} } }`,
    ),
  }),
  similar('similarTo, five titles', {
    keys: 5,
    root: 'similarTo',
    document: `query SimilarTo($ids: [ID!]!) { similarTo(titleIds: $ids, first: 10) { nodes { ${ROW} } } }`,
    variables: (keys) => ({ ids: keys.map(tt) }),
  }),
  similar('compare, with reasons', {
    keys: 2,
    root: 'compare',
    document: `query Compare($a: ID!, $b: ID!) { compare(a: $a, b: $b) { similarity { score ${REASONS} } } }`,
    variables: ([a, b]) => ({ a: tt(a), b: tt(b) }),
  }),
  relation('path', { pool: 'connected', keys: 2, root: 'path', document: path(''), variables: pair }),
  relation('path, ten alternatives', {
    pool: 'connected',
    keys: 2,
    root: 'path',
    document: path(', alternatives: 10'),
    variables: pair,
  }),
  relation('path, via films', {
    pool: 'connected',
    keys: 2,
    root: 'path',
    document: path(', via: { types: { any: [MOVIE] } }'),
    variables: pair,
  }),
  ofPerson('collaborators', 'collaborators(first: 20) { nodes { titleCount person { id primaryName } } }'),
  ofPerson(
    'credits, episodes by series',
    'credits(episodes: BY_SERIES, first: 50) { nodes { title { id } episodeCount } }',
  ),
  ofPerson(
    'timeline',
    'timeline(by: YEAR) { periods { startYear titles rating { average } bestTitle { id primaryTitle } } }',
  ),
  ofPerson('creditSummary', 'creditSummary { credits categories { category count } genres { genre count } }'),
  relation('ratingGrid', {
    pool: 'series',
    document: list(
      '... on Series { ratingGrid { average seasons { number episodes { episodeNumber state rating { average votes } } } } }',
    ),
  }),
  relation('namesakes', {
    pool: 'titles',
    document: list('namesakes(first: 10) { nodes { id primaryTitle startYear } }'),
  }),
];

function list(field: string): string {
  return `query Similar($id: ID!) { title(id: $id) { id primaryTitle ${field} } }`;
}

function path(more: string): string {
  return `query Path($from: ID!, $to: ID!) { path(from: $from, to: $to${more}) {
    degrees steps { person { id primaryName } title { id primaryTitle } next { id primaryName } } } }`;
}

function similar(name: string, options: Omit<RelationOptions, 'pool'>): Workload {
  return relation(name, { pool: 'compared', ...options });
}

function ofPerson(name: string, field: string): Workload {
  const document = `query Person($id: ID!) { person(id: $id) { id primaryName ${field} } }`;
  return relation(name, { pool: 'people', root: 'person', document, variables: person });
}

interface RelationOptions extends Partial<Query> {
  pool: PoolName;
  document: string;
  keys?: number;
}

function relation(
  name: string,
  { pool, keys = 1, document, root = 'title', variables = title }: RelationOptions,
): Workload {
  return { name, pool, keys, queries: { marquee: { document, root, variables } } };
}
