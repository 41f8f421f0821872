import { parseConst } from '../dataset/words/consts.ts';
import { ONLY_TMDB_FROM } from '../dataset/words/only-tmdb.ts';
import { tmdbKeyOf } from '../dataset/words/tmdb-ids.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import { builder } from './base/builder.ts';
import type { Context } from './base/context.ts';
import { costs } from './base/cost.ts';
import { loadEach, noIdOfEither, readKey } from './base/ids.ts';
import { titleTypeName } from './base/node-type-name.ts';
import type { NodeValue, SeasonValue } from './base/node-type-name.ts';
import { NodeRef } from './base/refs.ts';
import { episodeOfTmdbId, parseTmdbNodeId } from './tmdb/tmdb-node-id.ts';
import type { TmdbNodeId } from './tmdb/tmdb-node-id.ts';
import { told } from './tmdb/told.ts';
import { isSeasonId, readSeasonId } from './episodes/season-id.ts';

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    extensions: costs({ weight: 70 }),
    nullable: true,
    description:
      "Title, person or season with an id, or what TMDB has under an id of its own. Null if there is none, and for TMDB's ids where this server has no data of TMDB's; a malformed id is BAD_USER_INPUT.",
    args: {
      id: t.arg.id({
        required: true,
        description:
          "IMDb's id, such as tt0111161 or nm0000151, that of a season, such as tt0900100/season/2, or TMDB's, such as tmdb:movie:603.",
      }),
    },
    resolve: (_root, { id }, context) => load(id, { at: 'id', context }),
  }),
  nodes: t.field({
    type: [NodeRef],
    extensions: costs({ weight: 5000, rowsBy: { argument: 'ids', most: 'maxIds' } }),
    nullable: { list: true, items: true },
    description:
      'Titles, people and seasons with these ids, and what TMDB has under ids of its own: one for each id, in the order of the argument. Null at the position of an unknown id.',
    args: {
      ids: t.arg.idList({
        required: true,
        description:
          "IMDb's ids of titles and people, ids of seasons, and TMDB's ids of titles and people, at most 100 (a setting of the server). A malformed id gives null and the error BAD_USER_INPUT at its position.",
      }),
    },
    resolve: (_root, { ids }, context) =>
      loadEach(ids, { most: context.limits.maxIds, load: (id, at) => load(id, { at, context }) }),
  }),
}));

/** @throws ClientError `BAD_USER_INPUT` before anything is read, if the id is malformed. */
function load(id: string, { at, context }: { at: string; context: Context }): Promise<NodeValue | null> {
  const { loaders } = context;
  const episode = episodeOfTmdbId(id);
  if (episode !== undefined) return loadEpisodeOfTmdb(readKey(episode, { prefix: 'tt', at }), context);
  const ofTmdb = parseTmdbNodeId(id);
  if (ofTmdb !== undefined) return loadOfTmdb(ofTmdb, context);
  if (isSeasonId(id)) return loadSeason(readSeasonId(id, at), loaders);
  const ofImdb = parseConst(id);
  if (ofImdb === undefined) throw noIdOfEither(id, at);
  const { prefix, key } = ofImdb;
  return prefix === 'tt' ? loaders.titles.byId(key) : loaders.people.byId(key);
}

/**
 * Under this very id: what was merged into another is found by `titleBy` and `personBy`. What TMDB alone has is a title or
 * a person of the graph, whose record has an id of its own.
 */
async function loadOfTmdb({ kind, id, isRecord }: TmdbNodeId, { loaders, onTmdb }: Context): Promise<NodeValue | null> {
  const tmdb = loaders.tmdb();
  if (tmdb === null) return null;
  const key = ONLY_TMDB_FROM + (kind === 'PERSON' ? id : tmdbKeyOf({ kind, id }));
  const [found, record] =
    kind === 'PERSON'
      ? await Promise.all([loaders.people.byId(key), tmdb.people.byId(id)])
      : await Promise.all([loaders.titles.byId(key), tmdb.titles.byKey(key - ONLY_TMDB_FROM)]);
  const alone = found?.id === key ? found : null;
  if (isRecord) return alone === null ? null : told(record, onTmdb);
  return told(alone ?? record, onTmdb);
}

async function loadEpisodeOfTmdb(titleId: number, { loaders, onTmdb }: Context): Promise<NodeValue | null> {
  const tmdb = loaders.tmdb();
  return tmdb === null ? null : told(await tmdb.titles.ofEpisode(titleId), onTmdb);
}

/** The season of a series with an episode in the data; null if there is none. */
async function loadSeason(season: SeasonValue, { titles, episodes }: Loaders): Promise<SeasonValue | null> {
  const series = await titles.byId(season.seriesId);
  if (series === null || titleTypeName(series) !== 'Series') return null;
  return (await episodes.seasons(series.id)).includes(season.number) ? season : null;
}
