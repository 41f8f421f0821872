import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

/** What a normalised cache must know of the schema. Lists are sorted by name. */
export interface CacheRules {
  /** The object types of each interface and union. */
  possibleTypes: Record<string, string[]>;
  /** Object types that no id finds: they belong to the object that they are in. */
  embeddedTypes: string[];
  /** The fields that are connections, by type, with the arguments that tell one list from another. */
  connectionFields: Record<string, Record<string, string[]>>;
}

/** Arguments that tell pages of one list apart. `offset` is none of them: caches would put its pages at the end. */
const PAGE_ARGUMENTS = new Set(['first', 'last', 'after', 'before']);

export function cacheRulesOf(schema: GraphQLSchema): CacheRules {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const objects = types.filter(isObjectType);
  return {
    possibleTypes: Object.fromEntries(
      types.filter(isAbstractType).map((type) => [type.name, namesOf(schema.getPossibleTypes(type))]),
    ),
    embeddedTypes: namesOf(objects.filter((type) => !roots.has(type) && !isNode(type))),
    connectionFields: Object.fromEntries(
      objects.map((type) => [type.name, listsOf(type)] as const).filter(([, lists]) => Object.keys(lists).length > 0),
    ),
  };
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

function namesOf(types: readonly GraphQLObjectType[]): string[] {
  return types.map(({ name }) => name).sort();
}

function listsOf(type: GraphQLObjectType): Record<string, string[]> {
  const lists = Object.values(type.getFields()).filter(isConnection);
  return Object.fromEntries(
    lists.map(({ name, args }) => [
      name,
      args
        .map((argument) => argument.name)
        .filter((argument) => !PAGE_ARGUMENTS.has(argument))
        .sort(),
    ]),
  );
}

/** By Relay's specification: the type has edges and pageInfo, and the field takes a cursor. */
function isConnection({ type, args }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  if (!isObjectType(named) || !args.some(({ name }) => name === 'after')) return false;
  const fields = named.getFields();
  return 'edges' in fields && 'pageInfo' in fields;
}
