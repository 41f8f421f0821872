import type { EpisodeOrderField, OrderBy } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import type { Connection } from '../lists/connection.ts';
import type { Context } from '../base/context.ts';
import { DirectionEnum, EpisodeOrderFieldEnum } from '../inputs/enums.ts';
import type { TitleValue } from '../base/node-type-name.ts';
import { readOrder } from '../lists/order.ts';
import { pagingArgs } from '../lists/paging.ts';
import type { PagingArgs } from '../lists/paging.ts';
import { EpisodeRef } from '../base/refs.ts';

/** Connection of the episodes of a series or of a season. */
export const EpisodeConnectionRef = connectionType(
  { name: 'Episode', ref: EpisodeRef },
  { rows: 'episodes', counted: 'Number of episodes that match the arguments, on all pages.' },
);

const EpisodeOrderInput = builder.inputType('EpisodeOrder', {
  description: 'One sort key of episodes. Episodes without a value come last in both directions.',
  fields: (t) => ({
    field: t.field({ type: EpisodeOrderFieldEnum, required: true, description: 'Value to sort by.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'ASC',
      description: 'Direction of the sort. Default ASC.',
    }),
  }),
});

/** Arguments for order and paging of a field that lists episodes. */
export function episodesArgs() {
  return {
    ...builder.args((t) => ({
      orderBy: t.field({
        type: [EpisodeOrderInput],
        description:
          'Sort keys, the most significant first; each field at most once. Ties are broken by id. Default: by number, ascending.',
      }),
    })),
    ...pagingArgs(500),
  };
}

/** Episodes of one season, of all seasons if `season` is undefined, or those without a season number if it is null. */
export async function episodesOf(
  { seriesId, season }: { seriesId: number; season: number | null | undefined },
  args: PagingArgs & { orderBy?: readonly OrderBy<EpisodeOrderField>[] | null },
  { loaders, limits }: Context,
): Promise<Connection<TitleValue>> {
  const order = readOrder(args.orderBy, { field: 'NUMBER', direction: 'ASC' });
  return connect<TitleValue, TitleValue>(await loaders.episodes.ofSeries(seriesId, season, order), args, {
    sizes: { usual: limits.defaultPage, most: limits.maxLongPage },
    toNode: asItIs,
  });
}
