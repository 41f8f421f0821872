import type { GraphQLArgument, GraphQLField, GraphQLSchema } from 'graphql';

import { getNamedType, isInterfaceType, isNonNullType, isObjectType } from 'graphql';

/**
 * A module for every connection of a schema, as Relay pages it, and for every type that Relay fetches anew by its id
 * alone: texts by the names of files.
 */
export function relayDocuments(schema: GraphQLSchema): Map<string, string> {
  const documents: string[] = [];
  const node = schema.getType('Node');
  const query = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith('__')) continue;
    const isNode = type === node || type.getInterfaces().some((one) => one === node);
    if (isNode) {
      documents.push(`fragment MODULE_again on ${type.name} @refetchable(queryName: "MODULEAgainQuery") { id }`);
    }
    for (const field of Object.values(type.getFields()).filter(isConnection)) {
      documents.push(type === query ? ofQuery(field) : ofType(type.name, field, { isNode }));
    }
  }
  return new Map(
    documents.map((text, at) => [
      `relay${at}.ts`,
      `import { graphql } from 'relay-runtime';\n\ngraphql\`${text.replaceAll('MODULE', `relay${at}`)}\`;\n`,
    ]),
  );
}

function isConnection({ type, args }: GraphQLField<unknown, unknown>): boolean {
  const names = new Set(args.map(({ name }) => name));
  return getNamedType(type).name.endsWith('Connection') && names.has('first') && names.has('after');
}

const EDGES = '{ edges { cursor node { __typename } } pageInfo { hasNextPage endCursor } }';

function ofQuery(field: GraphQLField<unknown, unknown>): string {
  const needed = field.args.filter(isNeeded);
  const declared = needed.map(({ name, type }) => `, $${name}: ${String(type)}`).join('');
  return `query MODULEQuery($count: Int, $cursor: String${declared}) { ${call(field, needed)} @connection(key: "MODULE_${field.name}", filters: []) ${EDGES} }`;
}

function ofType(name: string, field: GraphQLField<unknown, unknown>, { isNode }: { isNode: boolean }): string {
  const needed = field.args.filter(isNeeded);
  const declared = needed.map((arg) => `, ${arg.name}: { type: "${String(arg.type)}" }`).join('');
  const again = isNode ? ' @refetchable(queryName: "MODULEPageQuery")' : '';
  return `fragment MODULE_page on ${name} @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }${declared})${again} { ${call(field, needed)} @connection(key: "MODULE_${field.name}", filters: []) ${EDGES} }`;
}

function call({ name }: GraphQLField<unknown, unknown>, needed: readonly GraphQLArgument[]): string {
  return `${name}(first: $count, after: $cursor${needed.map((arg) => `, ${arg.name}: $${arg.name}`).join('')})`;
}

function isNeeded({ type, defaultValue }: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
