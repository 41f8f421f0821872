import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { asItIs, connect, connectionType } from './lists/connection.ts';
import { pagingArgs } from './lists/paging.ts';
import { AkaRef, TitleRef } from './base/refs.ts';
import { primaryTitleOf } from './title.ts';

AkaRef.implement({
  description: 'A title under which a work is, or was, known somewhere. IMDb: title.akas.',
  fields: (t) => ({
    ordering: t.exposeInt('ordering', {
      description: "Its number among the work's titles, from 1. Numbers may be missing in between.",
    }),
    title: t.exposeString('title', { description: 'The title itself.' }),
    region: t.exposeString('region', {
      nullable: true,
      description:
        'The market it is used in, mostly an ISO 3166-1 code (DE), sometimes one of IMDb (XWW: worldwide). Null where IMDb gives none.',
    }),
    language: t.exposeString('language', {
      nullable: true,
      description: 'Its language, an ISO 639-1 code or one of IMDb. Null where IMDb gives none, as it mostly does.',
    }),
    types: t.stringList({
      description:
        "IMDb's words for its use, such as imdbDisplay, original, alternative, working, dvd, festival, tv, video. Often empty.",
      resolve: (aka) => aka.types,
    }),
    attributes: t.stringList({
      description: 'Notes on it, in words of IMDb, such as "literal title". Mostly empty.',
      resolve: (aka) => aka.attributes,
    }),
    isOriginalTitle: t.exposeBoolean('isOriginalTitle', { description: "Whether it is the work's original title." }),
  }),
});

const AkaConnectionRef = connectionType(
  { name: 'Aka', ref: AkaRef },
  { rows: 'other titles', counted: 'Other titles that fit the arguments, whatever the page.' },
);

const REGION = 'A market as IMDb writes it, such as DE; upper and lower case are the same.';
const LANGUAGE = 'A language as IMDb writes it, such as de; upper and lower case are the same.';

builder.interfaceFields(TitleRef, (t) => ({
  displayTitle: t.string({
    extensions: costs({ weight: 50 }),
    description:
      'The title to show to a market or to readers of a language: the one that IMDb displays there, else one that is used there, else the primaryTitle. Without arguments the primaryTitle.',
    args: {
      region: t.arg.string({ description: REGION }),
      language: t.arg.string({
        description: `${LANGUAGE} Most titles in the data have a market only: give the region too.`,
      }),
    },
    resolve: (title, args, { loaders }) => {
      const wanted = readPlace(args);
      if (wanted.region === undefined && wanted.language === undefined) return primaryTitleOf(title, loaders);
      return loaders.akas.displayTitle(title.id, wanted).then((found) => found ?? primaryTitleOf(title, loaders));
    },
  }),
  akas: t.field({
    type: AkaConnectionRef,
    extensions: costs({ weight: 50, page: 'maxPage' }),
    description: 'Its titles elsewhere and elsewhen, the original one among them, in the order of ordering.',
    args: {
      region: t.arg.string({ description: `Only those of this market. ${REGION}` }),
      language: t.arg.string({ description: `Only those in this language. ${LANGUAGE}` }),
      type: t.arg.string({
        description: "Only those with this word among their types, such as imdbDisplay: IMDb's spelling.",
      }),
      ...pagingArgs(100),
    },
    resolve: async (title, { region, language, type, ...args }, { loaders, limits }) => {
      const filter = { ...readPlace({ region, language }), ...(typeof type === 'string' && { type }) };
      return connect(await loaders.akas.ofTitle(title.id, filter), args, {
        sizes: { usual: limits.defaultPage, most: limits.maxPage },
        toNode: asItIs,
      });
    },
  }),
}));

/** IMDb writes regions in upper case and languages in lower case; people do not. */
function readPlace({ region, language }: { region?: string | null | undefined; language?: string | null | undefined }) {
  return {
    ...(typeof region === 'string' && { region: region.toUpperCase() }),
    ...(typeof language === 'string' && { language: language.toLowerCase() }),
  };
}
