import { randomUUID } from 'node:crypto';

import { badInput } from '../errors.ts';
import type { Title } from '../store/model/model.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import type { Context } from './base/context.ts';
import { checkSize } from './lists/paging.ts';
import { TitleRef } from './base/refs.ts';
import { readTitleFilter, TitleFilterInput } from './inputs/title-filter.ts';

const MAX_SEED_CHARACTERS = 100;

const RandomTitlesRef = builder.objectRef<{ seed: string; nodes: readonly Title[] }>('RandomTitles').implement({
  description: 'Titles picked by chance.',
  fields: (t) => ({
    seed: t.exposeString('seed', {
      description: 'The seed they were picked by: send it again for the same ones, as long as the build is the same.',
    }),
    nodes: t.field({
      type: [TitleRef],
      description: 'The titles, in the order they were picked in. Fewer than asked for where no more fit the filter.',
      resolve: ({ nodes }) => nodes,
    }),
  }),
});

builder.queryField('randomTitles', (t) =>
  t.field({
    type: RandomTitlesRef,
    extensions: costs({ weight: 10_000, rowsBy: { argument: 'first', most: 'maxPage', usual: 1, field: 'nodes' } }),
    nullable: true,
    description:
      'Titles picked by chance, no title twice: each that fits the filter is as likely as every other. The first ones of a seed stay the first when more are asked for.',
    args: {
      filter: t.arg({ type: TitleFilterInput, description: 'Which titles to pick from. Default: all but adult ones.' }),
      seed: t.arg.string({
        description: `Any text of at most ${MAX_SEED_CHARACTERS} characters: the same one picks the same titles from the same build under the same filter. Default: a new one every time, which the answer has.`,
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 1,
        description: 'How many. Default 1, at most 100 (a setting of the server).',
      }),
    },
    resolve: async (_root, { filter, seed, first }, context) => {
      checkSize('first', first, { most: context.limits.maxPage, goOn: 'Another seed picks others.' });
      const wanted = readTitleFilter(filter, context.limits);
      const used = seed === null || seed === undefined ? newSeed(context) : readSeed(seed);
      return { seed: used, nodes: await context.loaders.titles.random(wanted, { seed: used, count: first }) };
    },
  }),
);

function newSeed({ onChance }: Context): string {
  onChance?.();
  return randomUUID();
}

function readSeed(seed: string): string {
  if (seed.length > MAX_SEED_CHARACTERS) {
    throw badInput(`seed: ${seed.length} characters are too many, at most ${MAX_SEED_CHARACTERS} make a seed.`);
  }
  if (!seed.isWellFormed()) throw badInput('seed: half of a character is missing (a lone surrogate).');
  return seed;
}
