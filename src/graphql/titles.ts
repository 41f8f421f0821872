import type { TitleFilter } from '../store/model.ts';
import { builder } from './builder.ts';
import { asItIs, connect, connectionType } from './connection.ts';
import { AdultContentEnum, DirectionEnum, TitleOrderFieldEnum, TitleTypeEnum } from './enums.ts';
import { wordsOf } from './filter-words.ts';
import { readOrder } from './order.ts';
import { pagingArgsWithOffset } from './paging.ts';
import { TitleRef } from './refs.ts';

const TitleConnectionRef = connectionType(
  { name: 'Title', ref: TitleRef },
  { rows: 'titles', counted: 'Titles that fit the filter, whatever the page.' },
);

const TitleTypeSetInput = builder.inputType('TitleTypeSet', {
  description: 'A set of types of titles. An empty or absent list does not narrow anything down.',
  fields: (t) => ({
    any: t.field({
      type: [TitleTypeEnum],
      description: 'Only titles of one of these types. OTHER: of a type that the enum does not know.',
    }),
    exclude: t.field({ type: [TitleTypeEnum], description: 'No titles of these types; it goes before any.' }),
  }),
});

const TitleFilterInput = builder.inputType('TitleFilter', {
  description: 'Which titles to list: those that fit every part that is given.',
  fields: (t) => ({
    adult: t.field({
      type: AdultContentEnum,
      defaultValue: 'EXCLUDE',
      description: 'What to do with adult titles. Default EXCLUDE, also where no filter is given at all.',
    }),
    types: t.field({ type: TitleTypeSetInput, description: 'By type. Default: every type, episodes too.' }),
  }),
});

const TitleOrderInput = builder.inputType('TitleOrder', {
  description: 'One step of an order of titles. Titles without a value come last in both directions.',
  fields: (t) => ({
    field: t.field({ type: TitleOrderFieldEnum, required: true, description: 'What to order by.' }),
    direction: t.field({ type: DirectionEnum, required: true, defaultValue: 'DESC', description: 'Default DESC.' }),
  }),
});

builder.queryField('titles', (t) =>
  t.field({
    type: TitleConnectionRef,
    description: 'All titles, to browse. Without adult titles, unless the filter says otherwise.',
    args: {
      filter: t.arg({ type: TitleFilterInput, description: 'Which titles. Default: all but adult ones.' }),
      orderBy: t.arg({
        type: [TitleOrderInput],
        description:
          'The order, the first step deciding first; each field once. Ties are settled by id. Default: most votes first.',
      }),
      ...pagingArgsWithOffset(100),
    },
    resolve: (_root, { filter, orderBy, ...paging }, { loaders, limits }) => {
      const order = readOrder(orderBy, { field: 'VOTES', direction: 'DESC' });
      return connect(loaders.titles.list(readFilter(filter), order), paging, {
        sizes: { usual: limits.defaultPage, most: limits.maxPage },
        toNode: asItIs,
      });
    },
  }),
);

function readFilter(filter: typeof TitleFilterInput.$inferInput | null | undefined): TitleFilter {
  const any = wordsOf(filter?.types?.any);
  const exclude = wordsOf(filter?.types?.exclude);
  const types = { ...(any && { any }), ...(exclude && { exclude }) };
  return { adult: filter?.adult ?? 'EXCLUDE', ...((any ?? exclude) && { types }) };
}
