import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import { pagingArgs } from '../lists/paging.ts';
import { AkaRef, TitleRef } from '../base/refs.ts';
import { displayTitleArgs, displayTitleOf, LANGUAGE, readLocale, REGION } from './display-title.ts';

AkaRef.implement({
  description:
    'An alternative title: one under which a work is or was known in some market or language. IMDb: title.akas.',
  fields: (t) => ({
    ordering: t.exposeInt('ordering', {
      description: 'Position among the alternative titles of the work, from 1. There may be gaps.',
    }),
    title: t.exposeString('title', { description: 'Text of the title.' }),
    region: t.exposeString('region', {
      nullable: true,
      description:
        'Market it is used in: usually an ISO 3166-1 code (DE), sometimes a code of IMDb (XWW: worldwide). Null if IMDb gives none.',
    }),
    language: t.exposeString('language', {
      nullable: true,
      description:
        'Language of the title: an ISO 639-1 code or a code of IMDb. Null if IMDb gives none, which is the usual case.',
    }),
    types: t.stringList({
      description:
        "Uses of the title, in IMDb's words, such as imdbDisplay, original, alternative, working, dvd, festival, tv and video. Often empty.",
      resolve: (aka) => aka.types,
    }),
    attributes: t.stringList({
      description: 'Notes on the title, in IMDb\'s words, such as "literal title". Usually empty.',
      resolve: (aka) => aka.attributes,
    }),
    isOriginalTitle: t.exposeBoolean('isOriginalTitle', {
      description: 'Whether this is the original title of the work.',
    }),
  }),
});

const AkaConnectionRef = connectionType(
  { name: 'Aka', ref: AkaRef },
  { rows: 'alternative titles', counted: 'Number of alternative titles that match the arguments, on all pages.' },
);

builder.interfaceFields(TitleRef, (t) => ({
  displayTitle: t.string({
    extensions: costs({ weight: 50 }),
    description: `Title to show in a market or to readers of a language: of the alternative titles with that region and language, one of the type imdbDisplay, otherwise one without types, otherwise another; of the types working, dvd, festival, tv, video and alternative only where there is no other. Among equals, the first of these decides: no attributes, the text of the primaryTitle, the script of the language or market (not a transliteration), a language, the lowest ordering. The primaryTitle where no alternative title matches, and without arguments.`,
    args: displayTitleArgs(),
    resolve: (title, args, { loaders }) => displayTitleOf(title, args, loaders),
  }),
  akas: t.field({
    type: AkaConnectionRef,
    extensions: costs({ weight: 50, page: 'maxPage' }),
    description: 'Alternative titles, including the original title, sorted by ordering.',
    args: {
      region: t.arg.string({ description: `Returns only the titles of this market. ${REGION}` }),
      language: t.arg.string({ description: `Returns only the titles in this language. ${LANGUAGE}` }),
      type: t.arg.string({
        description:
          "Returns only the titles with this word among their types, such as imdbDisplay, in IMDb's spelling.",
      }),
      ...pagingArgs(100),
    },
    resolve: async (title, { region, language, type, ...args }, { loaders, limits }) => {
      const filter = { ...readLocale({ region, language }), ...(typeof type === 'string' && { type }) };
      return connect(await loaders.akas.ofTitle(title.id, filter), args, {
        sizes: { usual: limits.defaultPage, most: limits.maxPage },
        toNode: asItIs,
      });
    },
  }),
}));
