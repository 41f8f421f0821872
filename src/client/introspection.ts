import { introspectionFromSchema } from 'graphql';
import type { GraphQLSchema, IntrospectionOutputTypeRef, IntrospectionType } from 'graphql';

/** Stands for every scalar, enum and input type: caches only ask whether a field has fields of its own. */
const ANY = { kind: 'SCALAR', name: 'Any' } as const;

/** The result of introspection as far as urql's graphcache reads it: object types, interfaces and unions. */
export function introspectionOf(schema: GraphQLSchema) {
  const { queryType, mutationType, subscriptionType, types } = introspectionFromSchema(schema, {
    descriptions: false,
  }).__schema;
  return {
    __schema: {
      queryType: { name: queryType.name },
      mutationType: mutationType ? { name: mutationType.name } : null,
      subscriptionType: subscriptionType ? { name: subscriptionType.name } : null,
      types: [...types.filter(({ name }) => !name.startsWith('__')).flatMap(readType), ANY],
    },
  };
}

function readType(type: IntrospectionType): object[] {
  switch (type.kind) {
    case 'OBJECT':
    case 'INTERFACE': {
      const { kind, name, interfaces } = type;
      const fields = type.fields.map((field) => ({ name: field.name, type: shape(field.type), args: [] }));
      const possibleTypes = type.kind === 'INTERFACE' ? type.possibleTypes.map(named) : undefined;
      return [{ kind, name, interfaces: interfaces.map(named), fields, possibleTypes }];
    }
    case 'UNION':
      return [{ kind: type.kind, name: type.name, possibleTypes: type.possibleTypes.map(named) }];
    case 'SCALAR':
    case 'ENUM':
    case 'INPUT_OBJECT':
      return [];
  }
}

function named({ kind, name }: { kind: string; name: string }): object {
  return { kind, name };
}

function shape(type: IntrospectionOutputTypeRef): object {
  if (type.kind === 'LIST' || type.kind === 'NON_NULL') return { kind: type.kind, ofType: shape(type.ofType) };
  return type.kind === 'SCALAR' || type.kind === 'ENUM' ? ANY : named(type);
}
