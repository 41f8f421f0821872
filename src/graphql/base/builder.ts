import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.ts';
import { nodeTypeName } from './node-type-name.ts';
import type { NodeValue } from './node-type-name.ts';

/**
 * The builder all types are declared with. A field is non-null unless it says otherwise. Ids are IMDb's own, so
 * the relay plugin's encoding of ids and its node fields are not used; see `node.ts`.
 */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: { JSON: { Input: unknown; Output: unknown } };
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Whatever has an IMDb id: every title and every person.',
      resolveType: (value) => nodeTypeName(value as NodeValue),
    },
    idFieldOptions: {
      description:
        "IMDb's id (const), unchanged: `tt` for a title or `nm` for a person, then at least seven digits. It is unique over both kinds.",
    },
    pageInfoTypeOptions: { description: 'Where a page stands in its list. Never null.' },
    hasNextPageFieldOptions: {
      description: 'Whether rows follow the last one of this page.',
    },
    hasPreviousPageFieldOptions: {
      description: 'Whether rows stand before the first one of this page.',
    },
    startCursorFieldOptions: {
      description: 'Cursor of the first row, to be sent as `before` for the page in front. Null on an empty page.',
    },
    endCursorFieldOptions: {
      description: 'Cursor of the last row, to be sent as `after` for the next page. Null on an empty page.',
    },
  },
});

builder.queryType({
  description: [
    'Everything can be reached from here: by id (`title`, `person`, `node` and their plurals), by text (`search`),',
    'by browsing (`titles`, `people`), and `dataset` says where the answers come from.',
    'One request reads one build of the data from beginning to end.',
  ].join(' '),
});
