import { formatConst } from '../../../src/dataset/words/consts.ts';
import type { Key, Query, Workload } from './workloads.ts';

const ROW = 'score title { id primaryTitle startYear rating { average votes } }';
const REASONS = 'reasons { kind detail weight }';

const tt = (key: Key | undefined): string => formatConst('tt', Number(key));
const title = ([key]: readonly Key[]) => ({ id: tt(key) });

/** Lists of similar titles and comparisons, of titles that have lists. */
export const SIMILAR_WORKLOADS: readonly Workload[] = [
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
];

function list(field: string): string {
  return `query Similar($id: ID!) { title(id: $id) { id primaryTitle ${field} } }`;
}

function similar(
  name: string,
  { keys = 1, document, root = 'title', variables = title }: Partial<Query> & { document: string; keys?: number },
): Workload {
  return { name, pool: 'compared', keys, queries: { marquee: { document, root, variables } } };
}
