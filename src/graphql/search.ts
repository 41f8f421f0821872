import { badInput } from '../errors.ts';
import type { SearchHit, SearchList } from '../store/model/model.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { asItIs, connect, connectionType } from './lists/connection.ts';
import type { Connection } from './lists/connection.ts';
import { AdultContentEnum, MatchedOnEnum, SearchTypeEnum } from './inputs/enums.ts';
import { wordsOf } from './inputs/filter-words.ts';
import { nodeTypeName } from './base/node-type-name.ts';
import { pagingArgs } from './lists/paging.ts';
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
} from './base/refs.ts';

const MAX_QUERY_CHARACTERS = 200;
const USUAL_SUGGESTIONS = 10;

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
      description:
        'How well it fits, from 1 for the very text: 0.9 it begins with the query, 0.8 it has all words, 0.7 another title of it has them; 0.6 to 0.45 the same of a title that is not of the year in the query; 0.3 the words are parts of its words, 0.25 of another year; 0.2 it is the query in another spelling, 0.15 it has the words in another spelling, 0.1 and 0.05 of another year. In suggest it says how the text fits and orders nothing.',
    }),
    matchedOn: t.field({
      type: MatchedOnEnum,
      description: 'Which of its texts fits.',
      resolve: (hit) => hit.matchedOn,
    }),
    matchedText: t.exposeString('matchedText', { description: 'The text that fits, as in the data.' }),
    region: t.exposeString('region', {
      nullable: true,
      description:
        'The market of the other title that fits. Null for every other match, and where that title has no market.',
    }),
  }),
});

interface SearchConnection extends Connection<SearchHit> {
  list: SearchList;
}

const SearchConnectionRef = connectionType<SearchHit, SearchConnection>(
  { name: 'Search', ref: SearchHitRef },
  {
    rows: 'search hits',
    counted: 'All hits, whatever the page; 10000 where there are more, see totalCountIsExact.',
    countWeight: 10_000,
  },
);

builder.objectFields(SearchConnectionRef, (t) => ({
  totalCountIsExact: t.boolean({
    extensions: costs({ weight: 10_000 }),
    description:
      'Whether totalCount is all hits. False beyond 10000, where it stops counting, and where more words than are looked for have a part (the 1024 commonest) or are spelled nearly so (the 24 nearest, 64 for two errors).',
    resolve: async ({ list }) => (await list.counted()).exact,
  }),
  correctedQuery: t.string({
    nullable: true,
    extensions: costs({ weight: 10_000 }),
    description:
      'The query as it was understood, in small letters, where nothing has its words as they are spelled and there are hits of a near spelling: as the first of these has it. Null in every other case.',
    resolve: ({ list }) => list.corrected(),
  }),
}));

const TYPES = 'What to look among: what fits any of these. Default, and for an empty list: everything.';

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnectionRef,
    extensions: costs({ weight: 15_000, page: 'maxSearchPage' }),
    nullable: true,
    description: [
      'Finds titles and people by their words, in any order; the last one may be the beginning of a word.',
      'Case, accents, punctuation and apostrophes do not matter.',
      'First come texts that are the query, then those that begin with it, then those that have its words, then other titles (akas);',
      'Behind them come parts of words of three letters and more: of the one word that is asked for, or of several where nothing has all of them.',
      'Where fewer than ten things have the one word, or nothing has all of several, near spellings are last: a typing error in a word of four letters and more, where nothing else is found in another word too, or two in one; or a space too many or missing; the whole text in that spelling before others. Numbers are taken as they are.',
      'Each kind is in the order of votes (a person has those of the most voted title they are known for), rating, year and id.',
      'What a query may mean is judged before filters: a filter leaves hits out, and never finds others.',
      'A year among the words is a hint: titles of that year come first.',
      'An IMDb id, or the address of a page at IMDb, finds what has that id.',
    ].join(' '),
    args: {
      query: t.arg.string({
        required: true,
        description: `What to look for: words, or an IMDb id or address. At most ${MAX_QUERY_CHARACTERS} characters; without a letter or digit nothing is found.`,
      }),
      types: t.arg({ type: [SearchTypeEnum], description: TYPES }),
      region: t.arg.string({
        description:
          'Of the other titles (akas), only those of this market, as IMDb writes it, such as DE; upper and lower case are the same. One that no title has is BAD_USER_INPUT.',
      }),
      year: t.arg.int({ description: 'Only titles with this startYear.' }),
      adult: t.arg({
        type: AdultContentEnum,
        required: true,
        defaultValue: 'EXCLUDE',
        description: 'Whether adult titles are found. People are not adult. Default EXCLUDE.',
      }),
      includeAkas: t.arg.boolean({
        required: true,
        defaultValue: true,
        description: 'Whether other titles (akas) are looked at. Default true.',
      }),
      ...pagingArgs(100),
    },
    resolve: (_root, { query, types, region, year, adult, includeAkas, ...paging }, { loaders, limits }) => {
      const filter = {
        types: wordsOf(types),
        region: region?.toUpperCase(),
        year: year ?? undefined,
        adult,
        includeAkas,
      };
      const list = loaders.search.list({ query: readText(query, 'query'), filter });
      const sizes = { usual: limits.defaultPage, most: limits.maxSearchPage };
      return { ...connect(list, paging, { sizes, toNode: asItIs }), list };
    },
  }),
);

builder.queryField('suggest', (t) =>
  t.field({
    type: [SearchHitRef],
    extensions: costs({
      weight: 10_000,
      rowsBy: { argument: 'first', most: 'maxSearchPage', usual: USUAL_SUGGESTIONS },
    }),
    nullable: true,
    description:
      'For completing what somebody types, from one letter on: titles and people that have all words, the last one being the beginning of a word, the most popular first. Adult titles are left out.',
    args: {
      prefix: t.arg.string({
        required: true,
        description: `What has been typed, at most ${MAX_QUERY_CHARACTERS} characters; without a letter or digit nothing is suggested.`,
      }),
      types: t.arg({ type: [SearchTypeEnum], description: TYPES }),
      first: t.arg.int({
        description: `How many. Default ${USUAL_SUGGESTIONS}, at most 100 (a setting of the server).`,
      }),
    },
    resolve: (_root, { prefix, types, first }, { loaders, limits }) => {
      const limit = first ?? Math.min(USUAL_SUGGESTIONS, limits.maxSearchPage);
      if (limit < 0 || limit > limits.maxSearchPage)
        throw badInput(`first: ${limit} is not a number of suggestions, 0 to ${limits.maxSearchPage}.`);
      return loaders.search.suggest({ prefix: readText(prefix, 'prefix'), types: wordsOf(types), limit });
    },
  }),
);

function readText(text: string, argument: string): string {
  if (text.length > MAX_QUERY_CHARACTERS) {
    throw badInput(
      `${argument}: ${text.length} characters are too many, at most ${MAX_QUERY_CHARACTERS} can be looked for.`,
    );
  }
  return text;
}
