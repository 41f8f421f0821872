import type { TitleFacet } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import { DataSourceEnum, DirectionEnum, furtherSource, TitleOrderFieldEnum } from '../inputs/enums.ts';
import { TitleFacetsRef } from '../lists/facets.ts';
import type { Facets } from '../lists/facets.ts';
import { readOrder } from '../lists/order.ts';
import { pagingArgsWithOffset } from '../lists/paging.ts';
import { TitleRef } from '../base/refs.ts';
import { tellOfTmdb } from '../base/tell-of-tmdb.ts';
import { readTitleFilter, TitleFilterInput } from '../inputs/title-filter.ts';

export const TitleConnectionRef = connectionType(
  { name: 'Title', ref: TitleRef },
  { rows: 'titles', counted: 'Number of titles that match the filter, on all pages.', countWeight: 10_000 },
);

builder.objectField(TitleConnectionRef, 'facets', (t) =>
  t.field({
    type: TitleFacetsRef,
    nullable: true,
    description: 'Facets of the list, with the number of titles in each bucket. Null for the namesakes of a title.',
    resolve: (connection) => (connection.facets ?? null) as Facets<TitleFacet> | null,
  }),
);

const TitleOrderInput = builder.inputType('TitleOrder', {
  description: 'One sort key of titles. Titles without a value come last in both directions.',
  fields: (t) => ({
    field: t.field({ type: TitleOrderFieldEnum, required: true, description: 'Value to sort by.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Direction of the sort. Default DESC.',
    }),
  }),
});

builder.queryField('titles', (t) =>
  t.field({
    type: TitleConnectionRef,
    extensions: costs({ weight: 10_000, page: 'maxPage', listed: 'filter' }),
    nullable: true,
    description:
      'List of all titles, or of those that pass the filter. Adult titles are left out unless the filter includes them.',
    args: {
      source: t.arg({
        type: DataSourceEnum,
        required: true,
        defaultValue: 'IMDB',
        description:
          "Whose titles are listed: IMDb's, those that TMDB alone has, or both. A title that TMDB alone has lacks genres, rating, votes, credits, akas and episodes, which are IMDb's. Default IMDB.",
      }),
      filter: t.arg({ type: TitleFilterInput, description: 'Titles to list. Default: all except adult titles.' }),
      orderBy: t.arg({
        type: [TitleOrderInput],
        description:
          "Sort keys, the most significant first; each field at most once. Ties are broken by id, those of titles that TMDB alone has by TMDB's votes. Default: by votes, greatest first.",
      }),
      ...pagingArgsWithOffset(100),
    },
    resolve: (_root, { source, filter, orderBy, ...paging }, context) => {
      const { loaders, limits } = context;
      if (source !== 'IMDB') tellOfTmdb(context);
      const order = readOrder(orderBy, { field: 'VOTES', direction: 'DESC' });
      const wanted = { ...readTitleFilter(filter, { context }), ...furtherSource(source) };
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
