import type { GraphQLFieldConfigArgumentMap, GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql';

import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isListType,
  isNonNullType,
} from 'graphql';

/** How the resolvers of an odd schema behave. */
export interface OddBehaviour {
  /** Turns a resolved value, or what is to be thrown, into what the resolver answers with. */
  settle: (settled: { value: unknown } | { error: Error }) => unknown;
}

/** The value that stands for a place: what becomes of it follows from its seed alone. */
interface OddValue {
  seed: number;
  type: string;
}

const NAMES = ['A', 'B', 'C'] as const;

/**
 * A schema of interfaces, a union, lists and non-null types in every combination, whose fields are null, fail, or have
 * values that do not fit, here and there: always the same for the same place.
 */
export function oddSchema({ settle }: OddBehaviour): GraphQLSchema {
  const color = new GraphQLEnumType({ name: 'Color', values: { RED: { value: 1 }, BLUE: { value: 2 } } });
  const args: GraphQLFieldConfigArgumentMap = {
    n: { type: GraphQLInt, defaultValue: 1 },
    text: { type: GraphQLString },
    must: { type: new GraphQLNonNull(GraphQLBoolean), defaultValue: false },
  };

  function field(type: GraphQLOutputType) {
    return {
      type,
      args,
      resolve(
        parent: OddValue | undefined,
        given: Record<string, unknown>,
        _: unknown,
        { fieldName }: { fieldName: string },
      ) {
        const seed = mix(parent?.seed ?? 1, `${fieldName}${JSON.stringify(given)}`);
        return settle(seed % 29 === 0 ? { error: new Error(`${fieldName} fails`) } : { value: valueOf(type, seed) });
      },
    };
  }

  function fieldsOf(): GraphQLFieldConfigMap<OddValue, unknown> {
    const leaves = { id: GraphQLID, text: GraphQLString, n: GraphQLInt, x: GraphQLFloat, yes: GraphQLBoolean, color };
    const composites = { thing, named, any };
    const fields: GraphQLFieldConfigMap<OddValue, unknown> = {};
    for (const [name, type] of Object.entries<GraphQLOutputType & object>({ ...leaves, ...composites })) {
      const inner = type as typeof GraphQLString;
      fields[name] = field(inner);
      fields[`${name}Must`] = field(new GraphQLNonNull(inner));
      fields[`${name}List`] = field(new GraphQLList(inner));
      fields[`${name}Lists`] = field(new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(inner))));
    }
    return fields;
  }

  const named: GraphQLInterfaceType = new GraphQLInterfaceType({ name: 'Named', fields: fieldsOf, resolveType });
  const things = NAMES.map(
    (name) =>
      new GraphQLObjectType<OddValue>({ name, interfaces: name === 'C' ? [] : () => [named], fields: fieldsOf }),
  );
  const [thing] = things as [GraphQLObjectType];
  const any: GraphQLUnionType = new GraphQLUnionType({ name: 'Any', types: things, resolveType });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: fieldsOf as () => GraphQLFieldConfigMap<unknown, unknown> }),
    types: things,
  });
}

/** A value of a type: one in some of them is null, does not fit, or is an error. */
function valueOf(type: GraphQLOutputType, seed: number): unknown {
  if (isNonNullType(type)) return seed % 31 === 0 ? null : valueOf(type.ofType as GraphQLOutputType, seed + 1);
  if (seed % 17 === 0) return null;
  if (isListType(type)) {
    if (seed % 37 === 0) return 'no list';
    const items = Array.from({ length: seed % 4 }, (_, at) => valueOf(type.ofType, mix(seed, at)));
    return seed % 5 === 0 ? new Set(items) : items;
  }
  if (seed % 41 === 0) return new Error('an item fails');
  const name = String(type);
  const leaf: Record<string, unknown[]> = {
    ID: ['x', 7, {}],
    String: ['text', 'é"\\', 5, true, {}],
    Int: [0, -1, 2 ** 31, 1.5, 'x', 3],
    Float: [0.1, Infinity, 3, 'y'],
    Boolean: [true, false, 2, 'z'],
    Color: [1, 2, 3],
  };
  const values = leaf[name];
  if (values !== undefined) return values[seed % values.length];
  const named = name === 'Named' ? ['A', 'B'] : name === 'Any' ? ['A', 'B', 'C', 'D'] : ['A'];
  return { seed: mix(seed, name), type: named[seed % named.length] ?? 'A' } satisfies OddValue;
}

function resolveType({ type }: OddValue): string {
  return type;
}

function mix(seed: number, with_: string | number): number {
  let hash = seed | 0;
  for (const character of String(with_)) hash = (Math.imul(hash, 31) + character.charCodeAt(0) + 7) | 0;
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 1;
}
