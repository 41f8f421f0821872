import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { fullTitle } from '../base/full-records.ts';
import type { TitleValue } from '../base/node-type-name.ts';
import { TitleRef } from '../base/refs.ts';
import { asItIs, connect } from '../lists/connection.ts';
import { pagingArgs } from '../lists/paging.ts';
import { TitleConnectionRef } from '../titles/titles.ts';

builder.interfaceField(TitleRef, 'namesakes', (t) =>
  t.field({
    type: TitleConnectionRef,
    extensions: costs({ weight: 10_000, page: 'maxPage' }),
    description:
      'Remakes and others of the same name: titles whose primary or original title equals the primary or the original title of this one, whatever the case, accents and punctuation; the most voted first. The title itself is not among them, and akas do not count. Episodes are listed for an episode only; adult titles are listed for an adult title, and nothing else is.',
    args: pagingArgs(100),
    resolve: async (title, args, { loaders, limits }) => {
      const full = await fullTitle(title, loaders);
      const list = full === null ? NONE : await loaders.relations.namesakes(full);
      return connect<TitleValue, TitleValue>(list, args, {
        sizes: { usual: limits.defaultPage, most: limits.maxPage },
        toNode: asItIs,
      });
    },
  }),
);

/** Of a title that is not in the data. */
const NONE = {
  order: 'title.namesakes',
  keyTypes: [],
  count: () => 0,
  page: () => ({ rows: [], hasNextPage: false, hasPreviousPage: false }),
};
