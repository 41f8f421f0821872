import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

interface Described {
  at: string;
  description: string | null | undefined;
}

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const described = types.flatMap((type) => [{ at: type.name, description: type.description }].concat(membersOf(type)));

test('schema describes every type, field, argument and enum value', () => {
  expect(described.length).toBeGreaterThan(300);
  expect(described.filter(({ description }) => (description ?? '').trim() === '').map(({ at }) => at)).toEqual([]);
});

test("schema's descriptions are sentences", () => {
  expect(
    described.filter(({ description }) => !/^[A-Z'"`0-9].*\.$/s.test(description ?? '')).map(({ at }) => at),
  ).toEqual([]);
});

const TIME_NAME = /(At|On|Time|Date|Modified|Since|Until)$/;
const TIME_TEXT = /\b(the time at which|time at which|HTTP date)\b/i;

test('schema states the format and the zone of every time', () => {
  const times = types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => String(field.type).startsWith('String'))
    .filter(({ field }) => TIME_NAME.test(field.name) || TIME_TEXT.test(field.description ?? ''))
    .map(({ type, field }) => ({ at: `${type.name}.${field.name}`, description: field.description ?? '' }));
  expect(times.map(({ at }) => at)).toEqual(
    expect.arrayContaining(['Dataset.builtAt', 'Dataset.buildId', 'Source.lastModified', 'RatingPoint.builtAt']),
  );
  const said =
    /in ISO 8601.*, UTC, such as [0-9T:.-]+Z\b|an HTTP date in GMT, such as .* GMT\b|hour and minute in UTC, such as [0-9:]+|, as YYYY-MM-DD/;
  expect(times.filter(({ description }) => !said.test(description))).toEqual([]);
});

test('schema states on every count of credits that they are not full credits', () => {
  const scope = /principal cast (and crew )?only, not (full credits|the full cast)/;
  const places = [
    'Credit',
    'CreditConnection.totalCount',
    'Movie.credits',
    'Movie.cast',
    'Person.credits',
    'PersonOrderField.CREDITS',
  ];
  for (const place of places) expect(described.find(({ at }) => at === place)?.description).toMatch(scope);
});

function membersOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type)) return type.getValues().map((value) => member(type.name, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => member(type.name, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    [member(type.name, field)].concat(field.args.map((argument) => member(`${type.name}.${field.name}`, argument))),
  );
}

function member(
  parent: string,
  { name, description }: { name: string; description?: string | null | undefined },
): Described {
  return { at: `${parent}.${name}`, description };
}
