import { formatConst } from '../../dataset/words/consts.ts';
import type { UrlTarget } from '../../dataset/words/title-urls.ts';
import { ONLY_TMDB_FROM } from '../../dataset/words/only-tmdb.ts';
import { formatTmdbId, tmdbTitleOf } from '../../dataset/words/tmdb-ids.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { Context } from '../base/context.ts';
import { loadEach } from '../base/ids.ts';
import { PersonRef, TitleRef } from '../base/refs.ts';
import { isPerson, readAnyId } from './read-lookup.ts';
import { tmdbState } from './resolve-target.ts';

type State = 'FOUND' | 'MERGED' | 'GONE' | 'UNKNOWN';

/** An id, and what it is at both. */
interface CrosswalkEntry {
  /** As it was asked for. */
  id: string;
  isPerson: boolean;
  state: State;
  /** IMDb's number of it. */
  imdb: number | null;
  /** The key of a title of TMDB's, or its number of a person. */
  tmdb: number | null;
}

const StateEnum = builder.enumType('CrosswalkState', {
  description: 'What is known of an id where it comes from.',
  values: {
    FOUND: { value: 'FOUND' as const, description: 'It is in the data.' },
    MERGED: {
      value: 'MERGED' as const,
      description: 'TMDB has merged it into another: the ids of the answer are those of the other.',
    },
    GONE: { value: 'GONE' as const, description: 'TMDB has it no more.' },
    UNKNOWN: {
      value: 'UNKNOWN' as const,
      description: "It is not in the data: there is none, it was not fetched, or this server has no data of TMDB's.",
    },
  },
});

const KindEnum = builder.enumType('CrosswalkKind', {
  description: 'What an id is of.',
  values: {
    TITLE: { value: 'TITLE' as const, description: 'Of a title.' },
    PERSON: { value: 'PERSON' as const, description: 'Of a person.' },
  },
});

const EntryRef = builder.objectRef<CrosswalkEntry>('CrosswalkEntry');

EntryRef.implement({
  description: "An id of IMDb's or TMDB's, and the ids of the same title or person at both.",
  fields: (t) => ({
    askedId: t.id({ description: 'The id, as it was asked for.', resolve: ({ id }) => id }),
    kind: t.field({
      type: KindEnum,
      description: 'What it is of.',
      resolve: (entry) => (entry.isPerson ? 'PERSON' : 'TITLE'),
    }),
    state: t.field({ type: StateEnum, description: 'What is known of it.', resolve: ({ state }) => state }),
    imdbId: t.id({
      nullable: true,
      description:
        "IMDb's id; for an id of TMDB's the one that TMDB gives, which IMDb's files may lack. Null if there is none.",
      resolve: imdbIdOf,
    }),
    tmdbId: t.id({
      nullable: true,
      description:
        "TMDB's id; for an id of IMDb's that of title.tmdb or person.tmdb. Null if there is none, and for episodes, which no id links: Title.tmdb says where TMDB has them.",
      resolve: tmdbIdOf,
    }),
    mergedInto: t.id({
      nullable: true,
      description: "TMDB's id that stands for it now. Null unless it was merged.",
      resolve: (entry) => (entry.state === 'MERGED' ? tmdbIdOf(entry) : null),
    }),
    title: t.field({
      type: TitleRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description: 'The title: that of IMDb, or the one that TMDB alone has. Null for people, and if neither has it.',
      resolve: ({ isPerson: ofPerson, imdb, tmdb }, _args, { loaders }) => {
        if (ofPerson) return null;
        if (tmdb !== null) return loaders.titles.byId(ONLY_TMDB_FROM + tmdb);
        return imdb === null ? null : loaders.titles.byId(imdb);
      },
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description:
        'The person: that of IMDb, or the one whom TMDB alone has. Null for titles, and if neither has them.',
      resolve: ({ isPerson: ofPerson, imdb, tmdb }, _args, { loaders }) => {
        if (!ofPerson) return null;
        if (tmdb !== null) return loaders.people.byId(ONLY_TMDB_FROM + tmdb);
        return imdb === null ? null : loaders.people.byId(imdb);
      },
    }),
  }),
});

function imdbIdOf({ isPerson: ofPerson, imdb }: CrosswalkEntry): string | null {
  return imdb === null ? null : formatConst(ofPerson ? 'nm' : 'tt', imdb);
}

function tmdbIdOf({ isPerson: ofPerson, tmdb }: CrosswalkEntry): string | null {
  if (tmdb === null) return null;
  return formatTmdbId(ofPerson ? { kind: 'PERSON', id: tmdb } : tmdbTitleOf(tmdb));
}

builder.queryField('crosswalk', (t) =>
  t.field({
    type: [EntryRef],
    nullable: { list: true, items: true },
    extensions: costs({ weight: 5000, rowsBy: { argument: 'ids', most: 'maxIds' } }),
    description:
      "The ids of IMDb's and TMDB's that are the same title or person, both ways, one answer for each id in the order of the argument.",
    args: {
      ids: t.arg.idList({
        required: true,
        description:
          "Ids of titles and people, IMDb's (tt0111161, nm0000151) and TMDB's (tmdb:movie:603, tmdb:tv:1399, tmdb:person:287), at most 100 (a setting of the server). A malformed id gives null and the error BAD_USER_INPUT at its position.",
      }),
    },
    resolve: (_root, { ids }, context) =>
      loadEach(ids, {
        most: context.limits.maxIds,
        load: (id, at) => entryOf(id, { target: readAnyId(id, at), context }),
      }),
  }),
);

async function entryOf(
  id: string,
  { target, context: { loaders, onTmdb } }: { target: UrlTarget; context: Context },
): Promise<CrosswalkEntry> {
  const entry = { id, isPerson: isPerson(target) };
  const found =
    target.source === 'IMDB' ? await ofImdb(target.key, { ...entry, loaders }) : await ofTmdb(target, loaders);
  if (found.tmdb !== null || found.state === 'GONE') onTmdb?.();
  return { ...entry, ...found };
}

type Found = Pick<CrosswalkEntry, 'state' | 'imdb' | 'tmdb'>;

async function ofImdb(
  key: number,
  { isPerson: ofPerson, loaders }: { isPerson: boolean; loaders: Loaders },
): Promise<Found> {
  const known = ofPerson ? await loaders.people.byId(key) : await loaders.titles.byId(key);
  if (known === null) return { state: 'UNKNOWN', imdb: null, tmdb: null };
  const tmdb = loaders.tmdb();
  if (tmdb === null) return { state: 'FOUND', imdb: key, tmdb: null };
  const same = ofPerson ? (await tmdb.people.ofPerson(key))?.id : (await tmdb.titles.ofTitle(key))?.key;
  return { state: 'FOUND', imdb: key, tmdb: same ?? null };
}

async function ofTmdb(target: UrlTarget & { source: 'TMDB' }, loaders: Loaders): Promise<Found> {
  const tmdb = loaders.tmdb();
  const found = tmdb === null ? ({ state: 'UNKNOWN' } as const) : await tmdbState(tmdb, target);
  if (!('key' in found)) return { state: found.state, imdb: null, tmdb: null };
  return { state: found.state, imdb: found.imdb, tmdb: found.key };
}
