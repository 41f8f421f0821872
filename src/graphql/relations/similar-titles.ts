import { badInput } from '../../errors.ts';
import type { SimilarTitle } from '../../store/relations/similar-titles.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { Context } from '../base/context.ts';
import { readKey } from '../base/ids.ts';
import { TitleRef } from '../base/refs.ts';
import { readTitleFilter, TitleFilterInput } from '../inputs/title-filter.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import type { PagingArgs } from '../lists/paging.ts';
import { MEASURE, SimilarityReasonRef } from './similarity.ts';

const MOST_TITLES = 20;

const SimilarTitleRef = builder.objectRef<SimilarTitle>('SimilarTitle');

SimilarTitleRef.implement({
  description: 'A title in a list of similar ones.',
  fields: (t) => ({
    title: t.field({ type: TitleRef, description: 'Title that is similar.', resolve: ({ title }) => title }),
    score: t.exposeFloat('score', {
      description: 'Similarity from 0 to 1, with four decimals; for several titles, the mean of the scores.',
    }),
    reasons: t.field({
      type: [SimilarityReasonRef],
      extensions: costs({ weight: 200, rows: 10 }),
      description:
        'Reasons, the greatest weight first, at most 20. For several titles, the mean of the reasons for each, also of those in whose list the title is not.',
      resolve: ({ title, to }, _args, { loaders }) => loaders.similarity.reasons(to, title.id),
    }),
  }),
});

const SimilarTitleConnectionRef = connectionType(
  { name: 'SimilarTitle', ref: SimilarTitleRef },
  { rows: 'similar titles', counted: 'Number of similar titles that match, on all pages: at most 50.' },
);

const listArgs = builder.args((t) => ({
  first: t.int({
    description:
      'Number of rows in the page, counted from the start of the list or from after. Default 20, at most 100 (settings of the server); 0 gives an empty page.',
  }),
  after: t.string({
    description: 'Cursor after which the page starts: the endCursor of the previous page of the same list.',
  }),
  minScore: t.float({ description: 'Least score of the titles that are listed, from 0 to 1. Default 0.' }),
  filter: t.field({
    type: TitleFilterInput,
    description:
      'Titles to list, of those that are similar. Default: all except adult titles, so that an adult title has none.',
  }),
}));

/** A filter is a query, as it is for a list of titles. */
const FILTERED = { argument: 'filter', weight: 10_000 } as const;

interface ListArgs extends Pick<PagingArgs, 'first' | 'after'> {
  minScore?: number | null;
  filter?: Parameters<typeof readTitleFilter>[0];
}

builder.interfaceField(TitleRef, 'similar', (t) =>
  t.field({
    type: SimilarTitleConnectionRef,
    extensions: costs({ weight: 1000, page: 'maxPage', dearer: FILTERED, listed: 'filter' }),
    description: `The 50 titles that are most similar, the most similar first; sequels and remakes stand in front of others. ${MEASURE} Only titles with at least 500 votes (a setting of the server) are in lists and have one.`,
    args: listArgs,
    resolve: (title, args, context) => similarTo([title.id], args, context),
  }),
);

builder.queryField('similarTo', (t) =>
  t.field({
    type: SimilarTitleConnectionRef,
    nullable: true,
    extensions: costs({ weight: 2000, page: 'maxPage', dearer: FILTERED, listed: 'filter' }),
    description:
      'One list for several titles: the titles that are most similar to them, none of them among these, at most 50. The score is the mean of the scores in the lists of the titles (see Title.similar), 0 where a list lacks the title; so that it ranks by their sum.',
    args: {
      titleIds: t.arg.idList({
        required: true,
        description: `IMDb's ids of titles, 1 to ${MOST_TITLES}; a repeated one counts once. An unknown id is BAD_USER_INPUT.`,
      }),
      ...listArgs,
    },
    resolve: async (_root, { titleIds, ...args }, context) =>
      similarTo(await readTitles(titleIds, context), args, context),
  }),
);

async function similarTo(titleIds: readonly number[], { minScore, filter, ...paging }: ListArgs, context: Context) {
  const { loaders, limits, onTmdb } = context;
  if (loaders.similarity.countsTmdb()) onTmdb?.();
  const list = await loaders.similarity.list({
    titleIds,
    minScore: readScore(minScore),
    filter: readTitleFilter(filter, { context }),
  });
  return connect(list, paging, { sizes: { usual: limits.defaultPage, most: limits.maxPage }, toNode: asItIs });
}

function readScore(score: number | null | undefined): number {
  if (score === null || score === undefined) return 0;
  if (score < 0 || score > 1) throw badInput(`minScore: ${score} is no score. Scores are from 0 to 1.`);
  return score;
}

async function readTitles(ids: readonly string[], { loaders }: Context): Promise<readonly number[]> {
  if (ids.length === 0 || ids.length > MOST_TITLES)
    throw badInput(`titleIds: ${ids.length} ids were given, 1 to ${MOST_TITLES} are needed.`);
  const keys = ids.map((id, index) => readKey(id, { prefix: 'tt', at: `titleIds[${index}]` }));
  const titles = await Promise.all(keys.map((key) => loaders.titles.byId(key)));
  const unknown = titles.indexOf(null);
  if (unknown !== -1) throw badInput(`titleIds[${unknown}]: no title has the id ${String(ids[unknown])}.`);
  return [...new Set(keys)];
}
