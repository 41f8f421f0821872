import { TMDB_NOTICE } from '../../dataset/sources/tmdb-terms.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { TitleRef } from '../base/refs.ts';
import { TmdbTitleRef } from './tmdb-refs.ts';
import { told } from './told.ts';

builder.interfaceField(TitleRef, 'tmdb', (t) =>
  t.field({
    type: TmdbTitleRef,
    nullable: true,
    extensions: costs({ weight: 30 }),
    description: `The same work at TMDB, linked by IMDb's id. Of several that give that id, the one with the most votes. An episode is linked by its title, number and year, see confidence. Null if TMDB has none or it was not fetched, and where this server has no data of TMDB's. ${TMDB_NOTICE}`,
    resolve: ({ id, titleType }, _args, { loaders, onTmdb }) => {
      const tmdb = loaders.tmdb();
      if (tmdb === null) return null;
      const found = titleType === 'tvEpisode' ? tmdb.titles.ofEpisode(id) : tmdb.titles.ofTitle(id);
      return mapAwaitable(found, (title) => told(title, onTmdb));
    },
  }),
);
