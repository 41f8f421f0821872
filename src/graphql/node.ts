import type { Loaders } from '../loaders/create-loaders.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { loadEach, readConst } from './base/ids.ts';
import { titleTypeName } from './base/node-type-name.ts';
import type { NodeValue, SeasonValue } from './base/node-type-name.ts';
import { NodeRef } from './base/refs.ts';
import { isSeasonId, readSeasonId } from './episodes/season-id.ts';

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    extensions: costs({ weight: 70 }),
    nullable: true,
    description: 'Title, person or season with an id. Null if there is none; a malformed id is BAD_USER_INPUT.',
    args: {
      id: t.arg.id({
        required: true,
        description: "IMDb's id, such as tt0111161 or nm0000151, or that of a season, such as tt0900100/season/2.",
      }),
    },
    resolve: (_root, { id }, { loaders }) => load(id, { at: 'id', loaders }),
  }),
  nodes: t.field({
    type: [NodeRef],
    extensions: costs({ weight: 5000, rowsBy: { argument: 'ids', most: 'maxIds' } }),
    nullable: { list: true, items: true },
    description:
      'Titles, people and seasons with these ids, one for each id, in the order of the argument. Null at the position of an unknown id.',
    args: {
      ids: t.arg.idList({
        required: true,
        description:
          "IMDb's ids of titles and people, and ids of seasons, at most 100 (a setting of the server). A malformed id gives null and the error BAD_USER_INPUT at its position.",
      }),
    },
    resolve: (_root, { ids }, { loaders, limits }) =>
      loadEach(ids, { most: limits.maxIds, load: (id, at) => load(id, { at, loaders }) }),
  }),
}));

/** @throws ClientError `BAD_USER_INPUT` before anything is read, if the id is malformed. */
function load(id: string, { at, loaders }: { at: string; loaders: Loaders }): Promise<NodeValue | null> {
  if (isSeasonId(id)) return loadSeason(readSeasonId(id, at), loaders);
  const { prefix, key } = readConst(id, at);
  return prefix === 'tt' ? loaders.titles.byId(key) : loaders.people.byId(key);
}

/** The season of a series with an episode in the data; null if there is none. */
async function loadSeason(season: SeasonValue, { titles, episodes }: Loaders): Promise<SeasonValue | null> {
  const series = await titles.byId(season.seriesId);
  if (series === null || titleTypeName(series) !== 'Series') return null;
  return (await episodes.seasons(series.id)).includes(season.number) ? season : null;
}
