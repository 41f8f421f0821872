import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.ts';
import { nodeTypeName } from './node-type-name.ts';
import type { NodeValue } from './node-type-name.ts';

/**
 * The builder that declares all types. Fields are non-null by default. Ids are IMDb's own, so that
 * the relay plugin's encoding of ids and its node fields are not used: see `node.ts`.
 */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    TitleFilterValue: { Input: object; Output: object };
    PersonFilterValue: { Input: object; Output: object };
  };
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'An object with an id of its own: a title, a person or a season, or what TMDB has of one.',
      resolveType: (value) => nodeTypeName(value as NodeValue),
    },
    idFieldOptions: {
      description:
        "IMDb's id (const): `tt` for a title or `nm` for a person, then at least seven digits. A season, to which IMDb gives none, has that of its series with /season/ and its number; what TMDB has, its kind and number there (tmdb:movie:603). Unique across all of these.",
    },
    pageInfoTypeOptions: { description: 'Position of a page in its list.' },
    hasNextPageFieldOptions: {
      description: 'Whether the list has rows after this page.',
    },
    hasPreviousPageFieldOptions: {
      description: 'Whether the list has rows before this page.',
    },
    startCursorFieldOptions: {
      description: 'Cursor of the first row, for `before` of the previous page. Null on an empty page.',
    },
    endCursorFieldOptions: {
      description: 'Cursor of the last row, for `after` of the next page. Null on an empty page.',
    },
  },
});

builder.mutationType({
  description:
    'Administration of the service, for clients of the role ADMIN. Mutations are sent by POST; each one stands in the audit log.',
});

builder.queryType({
  description: [
    'Entry points: by id (`title`, `person`, `node` and their plurals), by text (`search`, `suggest`), by browsing',
    '(`titles`, `people`, `chart`, `careers`); `dataset` names the build that answers.',
    'One request reads one build of the data from beginning to end.',
  ].join(' '),
});
