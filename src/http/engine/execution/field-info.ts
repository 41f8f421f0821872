import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

import type { FieldDefinition } from './model.ts';
import type { Path } from './path.ts';
import type { Run } from './run.ts';

/** GraphQLResolveInfo of a field, computed lazily because most resolvers do not read it. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly #field: FieldDefinition;
  readonly #prev: Path | undefined;
  readonly #run: Run;

  constructor(field: FieldDefinition, prev: Path | undefined, run: Run) {
    this.#field = field;
    this.#prev = prev;
    this.#run = run;
  }

  get fieldName(): string {
    return this.#field.definition.name;
  }
  get fieldNodes(): readonly FieldNode[] {
    return this.#field.nodes;
  }
  get returnType(): GraphQLOutputType {
    return this.#field.definition.type;
  }
  get parentType(): GraphQLObjectType {
    return this.#field.parentType;
  }
  get path(): GraphQLResolveInfo['path'] {
    return { prev: asGraphql(this.#prev), key: this.#field.key, typename: this.#field.parentType.name };
  }
  get schema(): GraphQLSchema {
    return this.#run.operation.schema;
  }
  get fragments(): Record<string, FragmentDefinitionNode> {
    return Object.fromEntries(this.#run.operation.fragments);
  }
  get rootValue(): unknown {
    return undefined;
  }
  get operation(): OperationDefinitionNode {
    return this.#run.operation.definition;
  }
  get variableValues(): Record<string, unknown> {
    return this.#run.variables;
  }
}

function asGraphql(path: Path | undefined): GraphQLResolveInfo['path'] | undefined {
  return path === undefined ? undefined : { prev: asGraphql(path.prev), key: path.key, typename: undefined };
}
