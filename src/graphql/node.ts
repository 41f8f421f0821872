import type { ParsedConst } from '../dataset/words/consts.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { loadEach, readConst } from './base/ids.ts';
import type { NodeValue } from './base/node-type-name.ts';
import { NodeRef } from './base/refs.ts';

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    extensions: costs({ weight: 20 }),
    nullable: true,
    description: 'Title or person with an IMDb id. Null if there is none; a malformed id is BAD_USER_INPUT.',
    args: { id: t.arg.id({ required: true, description: "IMDb's id, such as tt0111161 or nm0000151." }) },
    resolve: (_root, { id }, { loaders }) => load(readConst(id, 'id'), loaders),
  }),
  nodes: t.field({
    type: [NodeRef],
    extensions: costs({ weight: 500, rowsBy: { argument: 'ids', most: 'maxIds' } }),
    nullable: { list: true, items: true },
    description:
      'Titles and people with these IMDb ids, one for each id, in the order of the argument. Null at the position of an unknown id.',
    args: {
      ids: t.arg.idList({
        required: true,
        description:
          "IMDb's ids of titles and people, at most 100 (a setting of the server). A malformed id gives null and the error BAD_USER_INPUT at its position.",
      }),
    },
    resolve: (_root, { ids }, { loaders, limits }) =>
      loadEach(ids, { most: limits.maxIds, load: (id, at) => load(readConst(id, at), loaders) }),
  }),
}));

function load({ prefix, key }: ParsedConst, loaders: Loaders): Promise<NodeValue | null> {
  return prefix === 'tt' ? loaders.titles.byId(key) : loaders.people.byId(key);
}
