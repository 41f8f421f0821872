import { getNamedType, isInterfaceType, isObjectType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';

const ID: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } };

/** The document, which asks every node for its id: caches keep by it what two answers say of one object. */
export function withIds(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet(set) {
        const type = types.getParentType();
        const node = type !== undefined && type !== null ? getNamedType(type) : undefined;
        const isNode =
          (isObjectType(node) || isInterfaceType(node)) &&
          (node.name === 'Node' || node.getInterfaces().some(({ name }) => name === 'Node'));
        return isNode && !asksForId(set) ? { ...set, selections: [ID, ...set.selections] } : undefined;
      },
    }),
  );
}

function asksForId({ selections }: SelectionSetNode): boolean {
  return selections.some((one) => one.kind === Kind.FIELD && one.name.value === 'id' && one.alias === undefined);
}
