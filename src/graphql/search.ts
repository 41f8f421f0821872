import { formatPersonId, formatTitleId } from '../dataset/words/only-tmdb.ts';
import { badInput } from '../errors.ts';
import type { SearchHit, SearchList } from '../store/model/model.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { asItIs, connect, connectionType } from './lists/connection.ts';
import type { Connection } from './lists/connection.ts';
import { AdultContentEnum, DataSourceEnum, furtherSource, MatchedOnEnum, SearchTypeEnum } from './inputs/enums.ts';
import { wordsOf } from './inputs/filter-words.ts';
import { resultTypeName } from './base/node-type-name.ts';
import { pagingArgs } from './lists/paging.ts';
import { primaryNameOf } from './people/person.ts';
import { tellOfTmdb } from './base/tell-of-tmdb.ts';
import { displayTitleArgs, displayTitleOf } from './titles/display-title.ts';
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
  description: 'Result of a search: a title of any type, or a person.',
  types: [MovieRef, SeriesRef, EpisodeRef, ShortRef, SpecialRef, VideoRef, VideoGameRef, OtherTitleRef, PersonRef],
  resolveType: resultTypeName,
});

SearchHitRef.implement({
  description: 'A title or person that was found, with the reason. Each is found once, by the text that matches best.',
  fields: (t) => ({
    id: t.id({
      description:
        "Id of the node, such as tt0111161 or nm0000151: the same as node's own id. Unique in a list of hits.",
      resolve: ({ node }) => ('titleType' in node ? formatTitleId : formatPersonId)(node.id),
    }),
    displayName: t.string({
      extensions: costs({ weight: 50 }),
      description:
        'Name to show for the node: the displayTitle of a title for this market and language, and the primaryName of a person.',
      args: displayTitleArgs(),
      resolve: ({ node }, args, { loaders }) =>
        'titleType' in node ? displayTitleOf(node, args, loaders) : primaryNameOf(node),
    }),
    node: t.field({
      type: SearchResultUnion,
      description: 'Title or person that was found.',
      resolve: (hit) => hit.node,
    }),
    score: t.exposeFloat('score', {
      description:
        'Quality of the match, at most 1. 1: the text equals the query, and 0.98 behind an article; 0.96 and 0.95: an alternative title does; 0.94 and 0.93: a text does with numbers written in another form; 0.9: it begins with the query, and 0.88 with its numbers in another form; 0.85: it equals the query without the article that the query begins with; 0.8: it contains all words; 0.75: an alternative title begins with the query; 0.7: one contains all words; 0.65: a text contains them with numbers in another form. 0.6 to 0.4: the same, for a title that is not of the year in the query. 0.3: words of the query are substrings of its words (0.25 for another year). 0.2: it equals the query in a near spelling; 0.15: it contains the words in a near spelling (0.1 and 0.05 for another year). 0.04: it equals the query in another writing; 0.03: it contains the words in another writing (0.02 and 0.01 for another year). In suggest the score affects the order only of what equals the text, 0.95 and more.',
    }),
    matchedOn: t.field({
      type: MatchedOnEnum,
      description: 'Kind of text that matches.',
      resolve: (hit) => hit.matchedOn,
    }),
    matchedText: t.exposeString('matchedText', { description: 'Text that matches, as in the data.' }),
    region: t.exposeString('region', {
      nullable: true,
      description:
        "Market of the alternative title that matches, or TMDB's country of one of TMDB's. Null for every other kind of match, and if the alternative title has no market.",
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
    counted: 'Number of hits on all pages, at most 10000: see totalCountIsExact.',
    countWeight: 10_000,
  },
);

builder.objectFields(SearchConnectionRef, (t) => ({
  totalCountIsExact: t.boolean({
    extensions: costs({ weight: 10_000 }),
    description:
      'Whether totalCount includes all hits. False beyond 10000 hits, where counting stops. Also false if the query has more expansions than are searched: of the words that contain a word of the query, the 1024 commonest; of its near spellings, the 24 nearest, or 64 with two errors; of the words that are the same in other scripts, the 64 commonest.',
    resolve: async ({ list }) => (await list.counted()).exact,
  }),
  correctedQuery: t.string({
    nullable: true,
    extensions: costs({ weight: 10_000 }),
    description:
      'Query in the spelling of the first hit, in lower case, if nothing has its words as they are spelled and a near spelling or another writing has hits. Null otherwise.',
    resolve: ({ list }) => list.corrected(),
  }),
}));

const TYPES = 'Kinds of results to search for. By default, or if the list is empty: all.';

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnectionRef,
    extensions: costs({ weight: 15_000, page: 'maxSearchPage' }),
    nullable: true,
    description: [
      'Finds titles and people by words of their titles, alternative titles (akas) and names. The words may be in any order, and the last one may be a prefix.',
      'Case, accents, punctuation, apostrophes and the form of letters (full width, ligatures, superscripts) do not matter.',
      'Single letters are also found as one word (E.T. and ET), words without their hyphens, slashes and colons (X-Men and XMen), numbers without the commas of thousands, and "&" by "and" in several languages, each in both directions. Of several hyphens also the first or the last alone ("xmen spider man"), and words also without the article that an apostrophe joins to them (L\'Avventura by "avventura").',
      'Hits come in this order. First: titles and names that equal the query, then those that do behind an article in their language; with region, alternative titles of that market are among these. Second: other alternative titles that equal it, in the same way. Third: texts that equal it with numbers in another form, as digits, Roman numerals up to 49 or English words. Fourth: titles and names that begin with it, those that equal it without the article it begins with, and those that contain its words. Fifth: alternative titles that begin with it, those that contain its words, and whatever contains them with numbers in another form.',
      'Substring matches follow, for words of at least three letters, or two in scripts without spaces: always if the query is one word, otherwise only if nothing contains all words. A run of such a script that no word contains is split into parts that some do.',
      'Near spellings come next. They are tried if fewer than ten results contain the one word of the query, or if no result contains all of several words.',
      'A near spelling has a typing error in a word, or a missing or extra space; if nothing else is found, not even in another writing, it may have an error in one more word, or two errors in a word. Words of three and four letters have one error at most, which leaves the first letter as it is or swaps the first two; in scripts such as Chinese, Japanese, Korean and Thai a word has one error for each five characters. Texts that equal the query in a near spelling come before others. Numbers are not corrected.',
      'Other writings come last: words typed in Latin letters find the same words of Greek, Cyrillic, Japanese kana, Korean, Hebrew, Arabic and other scripts ("brat" finds Брат), each alone or all of them as one word ("hoshi no yume" finds ほしのゆめ), and Chinese words are found with traditional and simplified characters. Whole words only; words of Hebrew and Arabic by their consonants, of which four must be there; Japanese kanji not at all.',
      'Within each of these groups, hits are sorted by votes, rating, year and id; a person has the votes of the most voted title they are known for.',
      'The query is interpreted before filters are applied: a filter removes hits and never adds others.',
      'A year among the words is a hint: titles of that year come first.',
      "An IMDb id, or the URL of a page at IMDb, finds the title or person with that id; with source ANY so does TMDB's, such as tmdb:movie:603, which finds IMDb's title or person where IMDb has it; with source TMDB it finds what TMDB alone has.",
    ].join(' '),
    args: {
      query: t.arg.string({
        required: true,
        description: `Query: words, an id, or a URL at IMDb or TMDB; at most ${MAX_QUERY_CHARACTERS} characters. A query of signs alone finds texts that are these signs.`,
      }),
      source: t.arg({
        type: DataSourceEnum,
        required: true,
        defaultValue: 'IMDB',
        description:
          "Whose titles and people are found: IMDb's by IMDb's texts; those that TMDB alone has; or both, where TMDB's alternative titles find IMDb's titles, too. With ANY, what TMDB alone has comes behind IMDb's hits of the same group, by TMDB's popularity; TMDB finds those hits of ANY that TMDB alone has. Default IMDB.",
      }),
      types: t.arg({ type: [SearchTypeEnum], description: TYPES }),
      region: t.arg.string({
        description:
          "Restricts alternative titles (akas) to those of this market, by IMDb's code, such as DE; of TMDB's alternative titles, to those of this country. Case does not matter. A market that no title has is BAD_USER_INPUT.",
      }),
      year: t.arg.int({ description: 'Finds only titles with this startYear.' }),
      adult: t.arg({
        type: AdultContentEnum,
        required: true,
        defaultValue: 'EXCLUDE',
        description: 'Whether adult titles are found; people are never adult. Default EXCLUDE.',
      }),
      includeAkas: t.arg.boolean({
        required: true,
        defaultValue: true,
        description:
          "Whether alternative titles are searched: IMDb's (akas), and TMDB's with source ANY or TMDB. Default true.",
      }),
      ...pagingArgs(100),
    },
    resolve: (_root, { query, source, types, region, year, adult, includeAkas, ...paging }, context) => {
      const { loaders, limits } = context;
      const filter = {
        types: wordsOf(types),
        region: region?.toUpperCase(),
        year: year ?? undefined,
        adult,
        includeAkas,
        ...furtherSource(source),
      };
      const list = loaders.search.list({ query: readText(query, 'query'), filter });
      const sizes = { usual: limits.defaultPage, most: limits.maxSearchPage };
      if (source !== 'IMDB') tellOfTmdb(context);
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
      'Suggestions while a query is typed, from its first letter on: titles and people that contain all words, the last of which is a prefix, sorted by popularity. What equals the text so far comes first, in the order of search, if it is among the 65536 most popular titles and people: search also puts first what is hardly known. Adult titles are left out.',
    args: {
      prefix: t.arg.string({
        required: true,
        description: `Text typed so far, at most ${MAX_QUERY_CHARACTERS} characters. Of signs alone, it gives texts that are these signs.`,
      }),
      types: t.arg({ type: [SearchTypeEnum], description: TYPES }),
      first: t.arg.int({
        description: `Number of suggestions. Default ${USUAL_SUGGESTIONS}, at most 100 (a setting of the server).`,
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
    throw badInput(`${argument}: ${text.length} characters are too many, at most ${MAX_QUERY_CHARACTERS} are allowed.`);
  }
  return text;
}
