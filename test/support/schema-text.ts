import { printSchemaWithDirectives } from '@graphql-tools/utils';

import { schema } from '../../src/graphql/schema.ts';

/** The text of `schema.graphql`: the schema in its own order, which the code generator would sort. */
export function schemaText(): string {
  return `${printSchemaWithDirectives(schema)}\n`;
}
