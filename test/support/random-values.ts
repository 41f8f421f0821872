import type { GraphQLInputType } from 'graphql';

import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

import type { Random } from '../product/random-filters.ts';

/** Texts by the name of an argument or field of an input: what the made-up data has, what it lacks, what is malformed. */
const TITLES = ['tt0900001', 'tt0900002', 'tt0900003', 'tt0900100', 'tt0900101', 'tt0900151', 'tt9999998'];
const PEOPLE = ['nm0900001', 'nm0900002', 'nm0900003', 'nm0900010', 'nm9999998'];
const MALFORMED = ['', 'x', 'tt', 'tt00000000000001', 'TT0900001', 'nm-1', 'tt0900100/season/2', '../../etc/passwd'];
const TEXTS = [
  'midnight',
  'the',
  'marg',
  'Orpheum 1994',
  '',
  ' ',
  '%',
  '_',
  `' OR 1=1 --`,
  '"; x',
  String.raw`\ `,
  'ほしのゆめ',
  'Брат',
  '🎬🎬',
  'e\u0301\u0301\u0301',
  '\u202Eabc',
  '\uFEFF',
  '\u0000',
  '!!!',
  'a b c d e f g h i j k l m',
  'ǅ İ ı ß ﬃ',
  'x'.repeat(200),
  'y'.repeat(2000),
];
const PATTERNS = ['^the', '.*', '(a|b)+', '[', '(?<=x)y', String.raw`\p{L}+`, '(', 'x{1,1000}', String.raw`\1`];
const WORDS = ['US', 'de', 'XWW', 'actor', 'director', 'nonsense', ''];
const FILES = ['title.basics', 'name.basics.tsv.gz', 'title.nonsense', '../title.basics', ''];
const BUILDS = ['20261121T013000Z', '19990101T000000Z', '', '../x', '.', '20261121T013000Z/..'];
const TMDB_IDS = [
  'tmdb:movie:603',
  'tmdb:tv:1399',
  'tmdb:person:287',
  'tmdb:movie:0',
  'tmdb:season:1',
  'tmdb:movie:603-x',
];
const URLS = [
  'https://www.imdb.com/title/tt0900001/?ref_=x',
  'm.imdb.com/name/nm0900001',
  'https://de.themoviedb.org/movie/603-the-matrix?language=de',
  'themoviedb.org/person/287',
  'https://example.org/title/tt0900001',
  'javascript:alert(1)',
  'https://www.imdb.com:99999/title/tt0900001',
  'https://[::1]/title/tt0900001',
];
const CURSORS = ['', 'x', 'WzFd', 'eyJrIjpbMV19', 'W251bGwsMV0=', '%%%'];
const NUMBERS = [0, 1, 2, 3, 5, 10, 20, 1994, 2026];
const ODD_NUMBERS = [-1, 100, 101, 1000, 2_147_483_647, -2_147_483_648];
const FLOATS = [0, 1, 5.5, 7.05, 10, -0, 1e-9, 1e300, -1e300];

const MOST_LEVELS = 3;

/** A generator of values of input types, as JSON: mostly such as clients send, now and then odd ones. */
export function createValues(random: Random): (type: GraphQLInputType, name: string) => unknown {
  const oneOf = <T>(values: readonly T[]): T => values[random(values.length)] as T;

  function text(name: string): string {
    if (random(12) === 0) return oneOf([...MALFORMED, ...TEXTS]);
    if (/build|since|^(from|to)$/i.test(name)) return oneOf(BUILDS);
    if (name === 'url') return oneOf(URLS);
    if (/^ids?$/.test(name) && random(6) === 0) return oneOf(TMDB_IDS);
    if (/person|people/i.test(name)) return oneOf(PEOPLE);
    if (/^(ids?|series|.*Ids?)$/.test(name)) return oneOf([...TITLES, ...PEOPLE]);
    if (name === 'names') return oneOf(FILES);
    if (name === 'after' || name === 'before') return oneOf(CURSORS);
    if (name === 'matches') return oneOf(PATTERNS);
    if (/region|language|^(any|all|exclude)$/i.test(name)) return oneOf(WORDS);
    return oneOf(TEXTS);
  }

  function value(type: GraphQLInputType, name: string, levels: number): unknown {
    if (!isNonNullType(type) && random(20) === 0) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      // A single value stands for a list of it.
      if (random(8) === 0) return value(inner.ofType, name, levels);
      return Array.from({ length: random(4) }, () => value(inner.ofType, name, levels));
    }
    if (isEnumType(inner)) return oneOf(inner.getValues()).name;
    if (isInputObjectType(inner)) {
      if (inner.isOneOf) {
        const { name: only, type: itsType } = oneOf(Object.values(inner.getFields()));
        const one = value(itsType, only, levels - 1) ?? text(only);
        return random(20) === 0 ? {} : { [only]: one };
      }
      const fields = Object.values(inner.getFields()).filter(
        (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || (levels > 0 && random(4) === 0),
      );
      return Object.fromEntries(fields.map((field) => [field.name, value(field.type, field.name, levels - 1)]));
    }
    switch (inner.name) {
      case 'Int':
        return random(10) === 0 ? oneOf(ODD_NUMBERS) : oneOf(NUMBERS.slice(0, /^(first|last)$/.test(name) ? 5 : 9));
      case 'Float':
        return oneOf(FLOATS);
      case 'Boolean':
        return random(2) === 0;
      default:
        return text(name);
    }
  }

  return (type, name) => value(type, name, MOST_LEVELS);
}

/** A value as a literal of GraphQL. */
export function literalOf(value: unknown, type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (value === null || value === undefined) return 'null';
  if (isListType(inner)) {
    const { ofType } = inner;
    return Array.isArray(value)
      ? `[${value.map((one) => literalOf(one, ofType)).join(', ')}]`
      : literalOf(value, ofType);
  }
  if (isEnumType(inner)) return value as string;
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    const parts = Object.entries(value).flatMap(([name, part]) => {
      const field = fields[name];
      return field === undefined ? [] : [`${name}: ${literalOf(part, field.type)}`];
    });
    return `{ ${parts.join(', ')} }`;
  }
  return JSON.stringify(value);
}
