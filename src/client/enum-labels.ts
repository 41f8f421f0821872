import { isEnumType } from 'graphql';
import type { GraphQLEnumValue, GraphQLSchema } from 'graphql';

import { readableName } from '../dataset/words/readable-name.ts';

/** Each enum of the schema, with a label in English for each of its values: those that the facets show, too. */
export function enumLabelsOf(schema: GraphQLSchema): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isEnumType)
      .filter(({ name }) => !name.startsWith('__'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((type) => [type.name, Object.fromEntries(type.getValues().map((value) => [value.name, labelOf(value)]))]),
  );
}

/** IMDb's word where it is written for readers, such as `Sci-Fi`; `tvMovie` and `archive_footage` are not. */
function labelOf({ name, value }: GraphQLEnumValue): string {
  return typeof value === 'string' && /^[A-Z][^_]*[a-z]/.test(value) ? value : readableName(name);
}
