import type { Random } from '../product/random-filters.ts';

const TOKEN = /"(?:\\.|[^"\\\n])*"|\.\.\.|[\w$@]+|[^\s\w]/g;
const NAME = /^[A-Za-z_]\w*$/;
const NOISE = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '$',
  '@',
  '&',
  '|',
  '=',
  '"',
  '"""',
  '...',
  '#',
  '\u0000',
  '🎬',
  '1e999',
  '0x1',
  '-',
  '𝒳',
];
const LITERALS = [
  '"x"',
  '5',
  '1.5',
  'null',
  'true',
  'NO_SUCH_VALUE',
  '[[1]]',
  '{ a: 1 }',
  '99999999999999999999',
  '1e999',
  '-1',
  '"""\nblock\n"""',
  '$undefined',
  String.raw`"\u{1F3AC}"`,
];
const DEEP = 3000;

export interface TextTools {
  random: Random;
  /** A name that only administrators see. */
  hidden: () => string;
}

/** Ways to break the text of a document, by name. */
export const TEXT_FAULTS: Record<string, (query: string, tools: TextTools) => string> = {
  'token deleted': (query, { random }) => replaced(query, random, () => ''),
  'token doubled': (query, { random }) => replaced(query, random, (token) => `${token} ${token}`),
  'tokens swapped'(query, { random }) {
    const tokens = query.match(TOKEN) ?? [];
    const [a, b] = [random(tokens.length), random(tokens.length)];
    [tokens[a], tokens[b]] = [tokens[b] ?? '', tokens[a] ?? ''];
    return tokens.join(' ');
  },
  'token added': (query, { random }) => replaced(query, random, (token) => `${token} ${oneOf(NOISE, random)}`),
  truncated: (query, { random }) => query.slice(0, random(query.length)),
  'characters changed'(query, { random }) {
    const at = random(query.length);
    return `${query.slice(0, at)}${oneOf(NOISE, random)}${query.slice(at + random(3))}`;
  },
  'name misspelt': (query, { random }) => replaced(query, random, (name) => nearly(name, random), NAME),
  'name of administration': (query, { random, hidden }) => replaced(query, random, hidden, NAME),
  'nearly a name of administration': (query, { random, hidden }) =>
    replaced(query, random, () => nearly(hidden(), random), NAME),
  'value of another type': (query, { random }) =>
    query.replace(/: ("(?:\\.|[^"\\\n])*"|-?\d[\d.]*|[A-Z_]{3,}|true|false)/, () => `: ${oneOf(LITERALS, random)}`),
  'unknown argument': (query, { random, hidden }) =>
    replaced(query, random, (name) => `${name}(${nearly(hidden(), random)}: ${oneOf(LITERALS, random)})`, NAME),
  'unknown directive': (query, { random, hidden }) => replaced(query, random, (name) => `${name} @${hidden()}`, NAME),
  'unknown fragment': (query, { random, hidden }) =>
    replaced(query, random, (token) => `${token} ...${hidden()}`, /^\{$/),
  'unknown type': (query, { random, hidden }) =>
    replaced(query, random, (token) => `${token} ... on ${nearly(hidden(), random)} { id }`, /^\{$/),
  'other operation': (query, { random }) =>
    `${oneOf(['mutation', 'subscription', 'query'], random)} ${query.startsWith('{') ? query : query.slice(query.indexOf('{'))}`,
  'field of administration'(_, { random, hidden }) {
    const name = random(2) === 0 ? hidden() : nearly(hidden(), random);
    const operation = oneOf(['query', 'mutation', 'subscription'], random);
    return `${operation} { ${name} { ${nearly(hidden(), random)} __typename } }`;
  },
  'type of administration': (_, { random, hidden }) =>
    `{ __type(name: "${random(2) === 0 ? hidden() : nearly(hidden(), random)}") { name fields { name type { name } } enumValues { name } } }`,
  'variable of administration': (_, { random, hidden }) =>
    `query ($v: ${nearly(hidden(), random)}, $w: ${hidden()}) { title(id: $v) { id } }`,
  'braces in braces': (_, { random }) => '{a'.repeat(random(DEEP)) + '}'.repeat(random(DEEP)),
  'lists in lists': (_, { random }) => `{ titles(filter: ${'['.repeat(random(DEEP))}) { totalCount } }`,
  'fragment in itself': () => '{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }',
  'subscription that is skipped': (_, { random }) =>
    `subscription ($no: Boolean = false) { ${oneOf(['datasetUpdated', 'ingestProgress'], random)} @${oneOf(['skip(if: $no)', 'include(if: 5)', 'skip'], random)} { __typename } }`,
  'only a definition': (_, { hidden }) => `type ${hidden()} { a: Int }`,
};

/** The text with one of its tokens replaced. */
function replaced(query: string, random: Random, change: (token: string) => string, fits: RegExp = /./): string {
  const places = [...query.matchAll(TOKEN)].filter(([token]) => fits.test(token));
  const place = places[random(Math.max(1, places.length))];
  if (place === undefined) return change('');
  return `${query.slice(0, place.index)}${change(place[0])}${query.slice(place.index + place[0].length)}`;
}

/** A name with one letter left out, doubled, replaced, or in another case: near enough for a suggestion. */
export function nearly(name: string, random: Random): string {
  const at = 1 + random(Math.max(1, name.length - 1));
  const [before, letter, after] = [name.slice(0, at), name[at] ?? 'x', name.slice(at + 1)];
  return [
    `${before}${after}`,
    `${before}${letter}${letter}${after}`,
    `${before}q${after}`,
    `${before}${letter.toUpperCase()}${after}`,
  ][random(4)] as string;
}

function oneOf<T>(values: readonly T[], random: Random): T {
  return values[random(values.length)] as T;
}
