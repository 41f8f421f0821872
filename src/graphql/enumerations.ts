import { isEnumType } from 'graphql';

import type { Enumeration, WordCount } from '../store/titles/enumerations.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { AdultContentEnum } from './inputs/enums.ts';

interface WordValue extends WordCount {
  /** The enum that may have a value for the word. */
  enumName: string | undefined;
}

const WordCountRef = builder.objectRef<WordValue>('WordCount').implement({
  description: 'A word of the data, with its frequency.',
  fields: (t) => ({
    word: t.exposeString('word', { description: "IMDb's word, as in the files, such as tvMiniSeries, Sci-Fi or DE." }),
    value: t.string({
      nullable: true,
      description:
        'Name of the enum value, for use in filters. Null for a word that is newer than the enum, for which filters use OTHER. Also null in lists for which filters take the word itself: professions, regions and languages.',
      resolve: ({ word, enumName }, _args, _context, { schema }) => {
        const type = enumName === undefined ? undefined : schema.getType(enumName);
        if (!isEnumType(type)) return null;
        return type.getValues().find(({ value }) => value === word)?.name ?? null;
      },
    }),
    count: t.exposeInt('count', {
      description: 'Number of titles, credits or people with this word, depending on the list.',
    }),
  }),
});

/** `rows` is the approximate number of words, for the cost. */
const LISTS: Record<Exclude<Enumeration, 'professions'>, { description: string; rows: number; enumName?: string }> = {
  genres: { description: 'All genres, with the number of titles of each.', rows: 28, enumName: 'Genre' },
  titleTypes: {
    description: 'All types of titles, with the number of titles of each.',
    rows: 11,
    enumName: 'TitleType',
  },
  creditCategories: {
    description:
      'All categories of credits, with the number of credits of each: principal cast and crew only, not full credits.',
    rows: 13,
    enumName: 'CreditCategory',
  },
  regions: {
    description: 'All markets of alternative titles, with the number of titles that have one there.',
    rows: 250,
  },
  languages: {
    description: 'All languages of alternative titles, with the number of titles that have one in it.',
    rows: 110,
  },
};

const MOST_FIRST = 'Sorted by frequency, greatest first.';

/** Apart from `LISTS`, because people are never adult: this list has no argument `adult`. */
builder.queryField('professions', (t) =>
  t.field({
    type: [WordCountRef],
    extensions: costs({ weight: 50_000, rows: 50 }),
    nullable: true,
    description: `All professions, with the number of people of each. ${MOST_FIRST}`,
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
          description: 'Whether adult titles are counted. Default EXCLUDE: they are not.',
        }),
      },
      resolve: async (_root, { adult }, { loaders }) => {
        const words = await loaders.enumerations.of(name as Enumeration, adult);
        return words.map(({ word, count }) => ({ word, count, enumName }));
      },
    }),
  );
}
