import { isEnumType } from 'graphql';

import type { Enumeration, WordCount } from '../store/titles/enumerations.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { AdultContentEnum } from './inputs/enums.ts';

interface WordValue extends WordCount {
  /** The enum that may have a value for it. */
  enumName: string | undefined;
}

const WordCountRef = builder.objectRef<WordValue>('WordCount').implement({
  description: 'A word that the data has, and how often.',
  fields: (t) => ({
    word: t.exposeString('word', { description: "IMDb's word, as in the files: tvMiniSeries, Sci-Fi, DE." }),
    value: t.string({
      nullable: true,
      description:
        'Name of its enum value, to be sent in filters. Null for a word that is newer than the enum, which filters call OTHER, and where there is no enum: there the word itself is sent.',
      resolve: ({ word, enumName }, _args, _context, { schema }) => {
        const type = enumName === undefined ? undefined : schema.getType(enumName);
        if (!isEnumType(type)) return null;
        return type.getValues().find(({ value }) => value === word)?.name ?? null;
      },
    }),
    count: t.exposeInt('count', { description: 'Titles, credits or people with this word, as the list says.' }),
  }),
});

/** `rows` is how many words there are, more or less. */
const LISTS: Record<Exclude<Enumeration, 'professions'>, { description: string; rows: number; enumName?: string }> = {
  genres: { description: 'All genres, with their numbers of titles.', rows: 28, enumName: 'Genre' },
  titleTypes: { description: 'All types of titles, with their numbers of titles.', rows: 11, enumName: 'TitleType' },
  creditCategories: {
    description:
      'All categories of credits, with their numbers of credits: principal cast and crew only, not full credits.',
    rows: 13,
    enumName: 'CreditCategory',
  },
  regions: {
    description: 'All markets in which titles are known by another title, with their numbers of titles.',
    rows: 250,
  },
  languages: {
    description: 'All languages in which titles are known by another title, with their numbers of titles.',
    rows: 110,
  },
};

const MOST_FIRST = 'The most frequent first.';

/** People are not adult, titles are. */
builder.queryField('professions', (t) =>
  t.field({
    type: [WordCountRef],
    extensions: costs({ weight: 50_000, rows: 50 }),
    nullable: true,
    description: `All professions of people, with their numbers of people. ${MOST_FIRST}`,
    resolve: async (_root, _args, { loaders }) => {
      const words = await loaders.enumerations.of('professions', 'INCLUDE');
      return words.map(({ word, count }) => ({ word, count, enumName: undefined }));
    },
  }),
);

for (const [name, { description, rows, enumName }] of Object.entries(LISTS)) {
  builder.queryField(name, (t) =>
    t.field({
      type: [WordCountRef],
      extensions: costs({ weight: 50_000, rows }),
      nullable: true,
      description: `${description} ${MOST_FIRST}`,
      args: {
        adult: t.arg({
          type: AdultContentEnum,
          required: true,
          defaultValue: 'EXCLUDE',
          description: 'What to do with adult titles. Default EXCLUDE: they do not count.',
        }),
      },
      resolve: async (_root, { adult }, { loaders }) => {
        const words = await loaders.enumerations.of(name as Enumeration, adult);
        return words.map(({ word, count }) => ({ word, count, enumName }));
      },
    }),
  );
}
