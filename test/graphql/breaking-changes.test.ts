import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  DEFAULT_DEPRECATION_REASON,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { ACCEPTED_CHANGES } from './accepted-changes.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const RELEASED = read('released.graphql');
const PRESENT = read('../../schema.graphql');

interface Found {
  type: string;
  path: string;
  message: string;
}

/** The breaking changes from one schema to another, by graphql-inspector. */
async function breaking(from: string, to: string): Promise<Found[]> {
  const changes = await diff(buildSchema(from), buildSchema(to));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ type, path = '', message }) => ({ type, path, message }));
}

const isSame = (one: { type: string; path: string }, other: { type: string; path: string }): boolean =>
  one.type === other.type && one.path === other.path;

test('the schema has no breaking change since its last release but those that are accepted', async () => {
  const found = await breaking(RELEASED, PRESENT);
  expect(found.filter((change) => !ACCEPTED_CHANGES.some((accepted) => isSame(accepted, change)))).toEqual([]);
});

test('every accepted change is there, with a reason', async () => {
  const found = await breaking(RELEASED, PRESENT);
  expect(ACCEPTED_CHANGES.filter((accepted) => !found.some((change) => isSame(accepted, change)))).toEqual([]);
  expect(ACCEPTED_CHANGES.filter(({ reason }) => reason.trim().length < 20)).toEqual([]);
});

test.each([
  ['a field that is removed', /^ {2}startYear: Int$/gm, '  firstYear: Int'],
  ['a field that becomes nullable', /^ {2}primaryName: String!$/m, '  primaryName: String'],
  ['an argument that becomes required', /^ {4}seed: String$/m, '    seed: String!'],
  ['an enum value that is removed', /^ {2}WESTERN$/m, '  WESTERNS'],
  ['an input field that is removed', /^ {2}hasRating: Boolean$/m, '  isRated: Boolean'],
])('breaking finds %s', async (_what, pattern, replacement) => {
  const changed = PRESENT.replace(pattern, replacement);
  expect(changed).not.toBe(PRESENT);
  expect((await breaking(PRESENT, changed)).length).toBeGreaterThan(0);
});

test('breaking finds nothing where a field is added or deprecated, or the order is another', async () => {
  const added = PRESENT.replace(/^type Rating \{$/m, 'type Rating {\n  more: Int @deprecated(reason: "Use votes.")');
  expect(added).not.toBe(PRESENT);
  expect(await breaking(PRESENT, added)).toEqual([]);
});

interface Deprecable {
  at: string;
  reason: string | null | undefined;
}

const deprecable = Object.values(schema.getTypeMap()).flatMap(deprecableIn);

test('every deprecation says what to use instead', () => {
  expect(deprecable.length).toBeGreaterThan(300);
  const deprecated = deprecable.filter(({ reason }) => reason !== undefined && reason !== null);
  const silent = deprecated.filter(({ reason }) => reason === DEFAULT_DEPRECATION_REASON || !isReason(reason ?? ''));
  expect(silent).toEqual([]);
  expect(['No longer supported', 'Old.', 'Use title(id:). It goes on 2027-05-30.'].map(isReason)).toEqual([
    false,
    false,
    true,
  ]);
});

/** Whether a reason names the replacement, and the day from which the field may be gone. */
function isReason(reason: string): boolean {
  return /^(Use|Ask|Select) .*\b20\d\d-\d\d-\d\d\.$/s.test(reason);
}

function deprecableIn(type: GraphQLNamedType): Deprecable[] {
  const one = (at: string, { deprecationReason: reason }: { deprecationReason?: string | null | undefined }) => ({
    at: `${type.name}.${at}`,
    reason,
  });
  if (isEnumType(type)) return type.getValues().map((value) => one(value.name, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => one(field.name, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    [one(field.name, field)].concat(field.args.map((argument) => one(`${field.name}.${argument.name}`, argument))),
  );
}
