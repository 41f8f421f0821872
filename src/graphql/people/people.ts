import type { Crew, PersonFacet } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import type { Context } from '../base/context.ts';
import { DataSourceEnum, DirectionEnum, furtherSource, PersonOrderFieldEnum } from '../inputs/enums.ts';
import { PersonFacetsRef } from '../lists/facets.ts';
import type { Facets } from '../lists/facets.ts';
import type { PersonValue, TitleValue } from '../base/node-type-name.ts';
import { readOrder } from '../lists/order.ts';
import { pagingArgs, pagingArgsWithOffset } from '../lists/paging.ts';
import type { PagingArgs } from '../lists/paging.ts';
import { PersonFilterInput, readPersonFilter } from '../inputs/person-filter.ts';
import { PersonRef, TitleRef } from '../base/refs.ts';
import { tellOfTmdb } from '../base/tell-of-tmdb.ts';

export const PersonConnectionRef = connectionType(
  { name: 'Person', ref: PersonRef },
  { rows: 'people', counted: 'Number of people in the whole list, on all pages.', countWeight: 10_000 },
);

builder.objectField(PersonConnectionRef, 'facets', (t) =>
  t.field({
    type: PersonFacetsRef,
    nullable: true,
    description:
      'Facets of the list, with the number of people in each bucket. Null for the directors and writers of a title.',
    resolve: (connection) => (connection.facets ?? null) as Facets<PersonFacet> | null,
  }),
);

const PersonOrderInput = builder.inputType('PersonOrder', {
  description: 'One sort key of people. People without a value come last in both directions.',
  fields: (t) => ({
    field: t.field({ type: PersonOrderFieldEnum, required: true, description: 'Value to sort by.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Direction of the sort. Default DESC.',
    }),
  }),
});

builder.queryField('people', (t) =>
  t.field({
    type: PersonConnectionRef,
    extensions: costs({ weight: 10_000, page: 'maxPage' }),
    nullable: true,
    description: 'List of all people, or of those that pass the filter.',
    args: {
      source: t.arg({
        type: DataSourceEnum,
        required: true,
        defaultValue: 'IMDB',
        description:
          "Whose people are listed: IMDb's, those that TMDB alone has, or both. A person whom TMDB alone has lacks professions and credits, which are IMDb's. Default IMDB.",
      }),
      filter: t.arg({ type: PersonFilterInput, description: 'People to list. Default: all.' }),
      orderBy: t.arg({
        type: [PersonOrderInput],
        description:
          "Sort keys, the most significant first; each field at most once. Ties are broken by id, those of people whom TMDB alone has by TMDB's popularity. Default: by number of credits, greatest first.",
      }),
      ...pagingArgsWithOffset(100),
    },
    resolve: (_root, { source, filter, orderBy, ...paging }, context) => {
      const { loaders, limits } = context;
      if (source !== 'IMDB') tellOfTmdb(context);
      const order = readOrder(orderBy, { field: 'CREDITS', direction: 'DESC' });
      const wanted = { ...readPersonFilter(filter, limits), ...furtherSource(source) };
      const connection = connect<PersonValue, PersonValue>(loaders.people.list(wanted, order), paging, {
        sizes: { usual: limits.defaultPage, most: limits.maxPage },
        toNode: asItIs,
      });
      const facets: Facets<PersonFacet> = {
        type: 'PersonFilter',
        filter: { ...filter },
        count: (facet) => loaders.people.facet(wanted, facet),
      };
      return { ...connection, facets };
    },
  }),
);

builder.interfaceFields(TitleRef, (t) => ({
  directors: t.field({
    type: PersonConnectionRef,
    extensions: costs({ weight: 100, page: 'maxPage' }),
    description:
      "All directors, in IMDb's order (title.crew), including those without a principal credit. People who are not in the data are left out.",
    args: pagingArgs(100),
    resolve: (title, args, context) => crew(title, { role: 'directors', args, context }),
  }),
  writers: t.field({
    type: PersonConnectionRef,
    extensions: costs({ weight: 100, page: 'maxPage' }),
    description:
      "All writers, in IMDb's order (title.crew), including those without a principal credit. People who are not in the data are left out.",
    args: pagingArgs(100),
    resolve: (title, args, context) => crew(title, { role: 'writers', args, context }),
  }),
}));

async function crew(
  title: TitleValue,
  { role, args, context }: { role: keyof Crew; args: PagingArgs; context: Context },
) {
  const { loaders, limits } = context;
  return connect<PersonValue, PersonValue>(await loaders.crew.ofTitle(title.id, role), args, {
    sizes: { usual: limits.defaultPage, most: limits.maxPage },
    toNode: asItIs,
  });
}
