import { randomUUID } from 'node:crypto';

import { badInput } from '../../errors.ts';
import type { Title } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { Context } from '../base/context.ts';
import { checkSize } from '../lists/paging.ts';
import { TitleRef } from '../base/refs.ts';
import { readTitleFilter, TitleFilterInput } from '../inputs/title-filter.ts';

const MAX_SEED_CHARACTERS = 100;

const RandomTitlesRef = builder.objectRef<{ seed: string; nodes: readonly Title[] }>('RandomTitles').implement({
  description: 'Titles picked at random.',
  fields: (t) => ({
    seed: t.exposeString('seed', {
      description: 'Seed of the selection. The same seed selects the same titles as long as the build is the same.',
    }),
    nodes: t.field({
      type: [TitleRef],
      description: 'Titles in the order in which they were picked. Fewer than requested if fewer match the filter.',
      resolve: ({ nodes }) => nodes,
    }),
  }),
});

builder.queryField('randomTitles', (t) =>
  t.field({
    type: RandomTitlesRef,
    extensions: costs({
      weight: 10_000,
      rowsBy: { argument: 'first', most: 'maxPage', usual: 1, field: 'nodes' },
      listed: 'filter',
    }),
    nullable: true,
    description:
      'Titles picked at random without repetition; every title that matches the filter is equally likely. The selection of a seed is a prefix of its selection for a greater first.',
    args: {
      filter: t.arg({ type: TitleFilterInput, description: 'Titles to pick from. Default: all except adult titles.' }),
      seed: t.arg.string({
        description: `Seed: any text of at most ${MAX_SEED_CHARACTERS} characters. The same seed, filter and build give the same titles. Default: a new random seed, which the answer contains.`,
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 1,
        description: 'Number of titles. Default 1, at most 100 (a setting of the server).',
      }),
    },
    resolve: async (_root, { filter, seed, first }, context) => {
      checkSize('first', first, { most: context.limits.maxPage, hint: 'Another seed picks others.' });
      const wanted = readTitleFilter(filter, { context });
      const used = seed === null || seed === undefined ? newSeed(context) : readSeed(seed);
      return { seed: used, nodes: await context.loaders.titles.random(wanted, { seed: used, count: first }) };
    },
  }),
);

function newSeed({ onPrivate }: Context): string {
  onPrivate?.();
  return randomUUID();
}

function readSeed(seed: string): string {
  if (seed.length > MAX_SEED_CHARACTERS) {
    throw badInput(`seed: ${seed.length} characters are too many, at most ${MAX_SEED_CHARACTERS} are allowed.`);
  }
  if (!seed.isWellFormed()) throw badInput('seed: half of a character is missing (a lone surrogate).');
  return seed;
}
