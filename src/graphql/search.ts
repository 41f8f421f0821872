import { badInput } from '../errors.ts';
import { builder } from './builder.ts';
import { asItIs, connect, connectionType } from './connection.ts';
import { MatchedOnEnum, SearchTypeEnum } from './enums.ts';
import { wordsOf } from './filter-words.ts';
import { nodeTypeName } from './node-type-name.ts';
import { pagingArgs } from './paging.ts';
import {
  EpisodeRef,
  MovieRef,
  OtherTitleRef,
  PersonRef,
  SearchHitRef,
  SeriesRef,
  ShortRef,
  SpecialRef,
  VideoGameRef,
  VideoRef,
} from './refs.ts';

const MAX_QUERY_CHARACTERS = 200;

const SearchResultUnion = builder.unionType('SearchResult', {
  description: 'What a search can find: every type of title, and people.',
  types: [MovieRef, SeriesRef, EpisodeRef, ShortRef, SpecialRef, VideoRef, VideoGameRef, OtherTitleRef, PersonRef],
  resolveType: nodeTypeName,
});

SearchHitRef.implement({
  description: 'One thing found, and why. A title or person is found once, by the text that fits best.',
  fields: (t) => ({
    node: t.field({ type: SearchResultUnion, description: 'What was found.', resolve: (hit) => hit.node }),
    score: t.exposeFloat('score', {
      description: 'How well it fits: greater is better. To be compared within one search only.',
    }),
    matchedOn: t.field({
      type: MatchedOnEnum,
      description: 'Which of its texts fits.',
      resolve: (hit) => hit.matchedOn,
    }),
    matchedText: t.exposeString('matchedText', { description: 'The text that fits, as in the data.' }),
    region: t.string({
      nullable: true,
      description:
        'The market of the other title that fits. Null for every other match, and where that title has no market.',
      // Other titles are not searched yet.
      resolve: () => null,
    }),
  }),
});

const SearchConnectionRef = connectionType(
  { name: 'Search', ref: SearchHitRef },
  { rows: 'search hits', counted: 'All hits, whatever the page.' },
);

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnectionRef,
    description:
      'Finds titles and people by name: exact matches first, then names that begin with the query; case and accents do not matter. Adult titles are left out. An IMDb id, or the address of a page at IMDb, finds what has that id.',
    args: {
      query: t.arg.string({
        required: true,
        description: `What to look for: a name, the beginning of one, or an IMDb id or address. At most ${MAX_QUERY_CHARACTERS} characters, and not blank.`,
      }),
      types: t.arg({
        type: [SearchTypeEnum],
        description: 'What to search among: what fits any of these. Default, and for an empty list: everything.',
      }),
      ...pagingArgs(100),
    },
    resolve: (_root, { query, types, ...paging }, { loaders, limits }) =>
      connect(loaders.search(readQuery(query), wordsOf(types)), paging, {
        sizes: { usual: limits.defaultPage, most: limits.maxSearchPage },
        toNode: asItIs,
      }),
  }),
);

function readQuery(query: string): string {
  const text = query.trim();
  if (text === '')
    throw badInput('query: there is nothing to look for. Send a name, the beginning of one, or an IMDb id.');
  if (text.length > MAX_QUERY_CHARACTERS) {
    throw badInput(`query: ${text.length} characters are too many, at most ${MAX_QUERY_CHARACTERS} can be looked for.`);
  }
  return text;
}
