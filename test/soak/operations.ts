import { readExamples } from '../../src/service/examples.ts';
import type { Random } from '../product/random-filters.ts';

/** What operations are about, as the server has it. */
export interface Pools {
  titles: readonly string[];
  people: readonly string[];
  words: readonly string[];
}

export interface Operation {
  query: string;
  variables?: Record<string, unknown>;
}

interface Kind {
  /** How many of a hundred operations are of this kind. */
  share: number;
  make: (pools: Pools, random: Random) => Operation;
}

const CARD = `query Card($id: ID!) { title(id: $id) { __typename id primaryTitle startYear rating { average votes } } }`;
const NESTED = `query Nested($id: ID!) { title(id: $id) { primaryTitle akas(first: 5) { nodes { title region } }
  credits(first: 20) { totalCount nodes { category characters person { primaryName
  knownFor { primaryTitle rating { average } } } } } } }`;
const PERSON = `query Person($id: ID!) { person(id: $id) { primaryName birthYear
  credits(first: 20) { totalCount nodes { category title { primaryTitle startYear rating { votes } } } } } }`;
const SEARCH = `query Search($text: String!) { search(query: $text, first: 10) { totalCount nodes { matchedText
  node { __typename ... on Title { id primaryTitle } ... on Person { id primaryName } } } } }`;
const SUGGEST = `query Suggest($text: String!) { suggest(prefix: $text) { __typename } }`;
const FILTER = `query Filter($from: Int!, $votes: Int!) { titles(first: 10, orderBy: [{ field: RATING }],
  filter: { year: { min: $from }, votes: { min: $votes } }) { totalCount nodes { id primaryTitle rating { average } }
  facets { genre { value count } decade { label count } } } }`;
const PATH = `query Path($from: ID!, $to: ID!) { path(from: $from, to: $to) { degrees
  steps { person { primaryName } title { primaryTitle } next { primaryName } } } }`;

const EXAMPLES = readExamples();

const KINDS: readonly Kind[] = [
  { share: 40, make: ({ titles }, random) => ({ query: CARD, variables: { id: pick(titles, random) } }) },
  { share: 14, make: ({ titles }, random) => ({ query: NESTED, variables: { id: pick(titles, random) } }) },
  { share: 12, make: ({ people }, random) => ({ query: PERSON, variables: { id: pick(people, random) } }) },
  { share: 12, make: ({ words }, random) => ({ query: SEARCH, variables: { text: someWords(words, random) } }) },
  {
    share: 6,
    make: ({ words }, random) => ({ query: SUGGEST, variables: { text: pick(words, random).slice(0, 4) } }),
  },
  {
    share: 6,
    make: (_pools, random) => ({
      query: FILTER,
      variables: { from: 1900 + random(120), votes: random(500) },
    }),
  },
  {
    share: 4,
    make: ({ people }, random) => ({
      query: PATH,
      variables: { from: pick(people, random), to: pick(people, random) },
    }),
  },
  { share: 6, make: (_pools, random) => ({ query: pick(EXAMPLES, random).query }) },
];

/** The next operation of a mix that is mostly lookups, as pages of apps are, with all that costs more among them. */
export function nextOperation(pools: Pools, random: Random): Operation {
  let at = random(100);
  const kind = KINDS.find(({ share }) => (at -= share) < 0) ?? KINDS[0];
  if (kind === undefined) throw new Error('there are no operations');
  return kind.make(pools, random);
}

function someWords(words: readonly string[], random: Random): string {
  return random(2) === 0 ? pick(words, random) : `${pick(words, random)} ${pick(words, random)}`;
}

function pick<T>(from: readonly T[], random: Random): T {
  const found = from[random(from.length)];
  if (found === undefined) throw new Error('there is nothing to pick from: the build is empty');
  return found;
}
