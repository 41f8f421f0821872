import type { TitleFacet } from '../store/model/model.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { asItIs, connect, connectionType } from './lists/connection.ts';
import { DirectionEnum, TitleOrderFieldEnum } from './inputs/enums.ts';
import { TitleFacetsRef } from './lists/facets.ts';
import type { Facets } from './lists/facets.ts';
import { readOrder } from './lists/order.ts';
import { pagingArgsWithOffset } from './lists/paging.ts';
import { TitleRef } from './base/refs.ts';
import { readTitleFilter, TitleFilterInput } from './inputs/title-filter.ts';

const TitleConnectionRef = connectionType(
  { name: 'Title', ref: TitleRef },
  { rows: 'titles', counted: 'Titles that fit the filter, whatever the page.', countWeight: 10_000 },
);

builder.objectField(TitleConnectionRef, 'facets', (t) =>
  t.field({
    type: TitleFacetsRef,
    description: 'What the list can be narrowed down to, with numbers of titles.',
    resolve: (connection) => connection.facets as Facets<TitleFacet>,
  }),
);

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
    extensions: costs({ weight: 10_000, page: 'maxPage' }),
    nullable: true,
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
      const wanted = readTitleFilter(filter, limits);
      const connection = connect(loaders.titles.list(wanted, order), paging, {
        sizes: { usual: limits.defaultPage, most: limits.maxPage },
        toNode: asItIs,
      });
      const facets: Facets<TitleFacet> = {
        type: 'TitleFilter',
        filter: { ...filter },
        count: (facet) => loaders.titles.facet(wanted, facet),
      };
      return { ...connection, facets };
    },
  }),
);
