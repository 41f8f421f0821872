import { CHANGE_KINDS } from '../../dataset/tables/changes.ts';
import { formatConst } from '../../dataset/words/consts.ts';
import { badInput } from '../../errors.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { ChangeRef, DatasetRef, PersonRef, RatingRef, TitleRef } from '../base/refs.ts';
import { AdultContentEnum } from '../inputs/enums.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import { pagingArgs } from '../lists/paging.ts';

const KIND_MEANINGS: Record<(typeof CHANGE_KINDS)[number], string> = {
  TITLE_ADDED: 'A title that the earlier build did not have.',
  TITLE_REMOVED: 'A title that the earlier build had.',
  TITLE_RENAMED: 'A title whose primaryTitle was another.',
  PERSON_ADDED: 'A person whom the earlier build did not have.',
  PERSON_REMOVED: 'A person whom the earlier build had.',
  PERSON_RENAMED: 'A person whose primaryName was another.',
  RATING_MOVED:
    'A title in both builds whose average rating is another, by a tenth or more, or that was or became unrated. Votes alone are no change here; Rating.history has them.',
};

const ChangeKindEnum = builder.enumType('ChangeKind', {
  description: 'Kind of a change between two builds.',
  values: Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, { description: KIND_MEANINGS[kind] }])) as Record<
    (typeof CHANGE_KINDS)[number],
    { description: string }
  >,
});

ChangeRef.implement({
  description: 'Difference between an earlier build and this one.',
  fields: (t) => ({
    id: t.id({
      description: "IMDb's id of the title or the person, also of one that was removed.",
      resolve: ({ kind, id }) => formatConst(isOfPerson(kind) ? 'nm' : 'tt', id),
    }),
    kind: t.expose('kind', { type: ChangeKindEnum, description: 'What has changed.' }),
    title: t.field({
      type: TitleRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description: 'Title that has changed, as it is now. Null for a person, and for a title that was removed.',
      resolve: ({ kind, id }, _args, { loaders }) =>
        isOfPerson(kind) || kind === 'TITLE_REMOVED' ? null : loaders.titles.byId(id),
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description: 'Person who has changed, as they are now. Null for a title, and for a person who was removed.',
      resolve: ({ kind, id }, _args, { loaders }) =>
        !isOfPerson(kind) || kind === 'PERSON_REMOVED' ? null : loaders.people.byId(id),
    }),
    nameBefore: t.exposeString('nameBefore', {
      nullable: true,
      description:
        'The primaryTitle or primaryName in the earlier build. Null for what was added, if there was none, and for RATING_MOVED.',
    }),
    nameAfter: t.exposeString('nameAfter', {
      nullable: true,
      description:
        'The primaryTitle or primaryName now. Null for what was removed, if there is none, and for RATING_MOVED.',
    }),
    ratingBefore: t.expose('ratingBefore', {
      type: RatingRef,
      nullable: true,
      description: 'Rating of the title in the earlier build. Null if it was unrated or not there, and for people.',
    }),
    ratingAfter: t.expose('ratingAfter', {
      type: RatingRef,
      nullable: true,
      description: 'Rating of the title now. Null if it is unrated or no longer there, and for people.',
    }),
  }),
});

function isOfPerson(kind: (typeof CHANGE_KINDS)[number]): boolean {
  return kind.startsWith('PERSON_');
}

const ChangeConnectionRef = connectionType(
  { name: 'Change', ref: ChangeRef },
  { rows: 'changes', counted: 'Number of changes in the whole list, on all pages.', countWeight: 5000 },
);

builder.objectField(DatasetRef, 'previousBuildIds', (t) =>
  t.field({
    type: ['ID'],
    extensions: costs({ rows: 1 }),
    description:
      'Ids of the earlier builds that changes can be asked since, newest first. Empty for the first build, and for one that was made before this program knew of changes.',
    resolve: (_dataset, _args, { loaders }) => loaders.changes.builds.map(({ buildId }) => buildId),
  }),
);

builder.queryField('changes', (t) =>
  t.field({
    type: ChangeConnectionRef,
    nullable: true,
    extensions: costs({ weight: 10_000, page: 'maxLongPage' }),
    description:
      'What differs between an earlier build and this one: titles and people that were added, removed or renamed, and ratings that moved. Each difference once, whatever came between: what went and came back to the same is none. By kind in the order of the enum, the titles of each by votes, most first, then by id. Without an earlier build the list is empty.',
    args: {
      since: t.arg.id({
        description:
          'Id of the earlier build: one of dataset.previousBuildIds, or the present build, since which nothing has changed. Default: the build before.',
      }),
      kinds: t.arg({
        type: [ChangeKindEnum],
        description: 'Kinds of changes. By default, or if the list is empty: all.',
      }),
      adult: t.arg({
        type: AdultContentEnum,
        required: true,
        defaultValue: 'EXCLUDE',
        description:
          'Whether changes of adult titles are listed. Default EXCLUDE: they are not. People always are, but under ONLY.',
      }),
      ...pagingArgs(500),
    },
    resolve: (_root, { since, kinds, adult, ...paging }, { loaders, limits }) => {
      const filter = { since: readSince(since, loaders), kinds: [...new Set(kinds)], adult };
      const sizes = { usual: limits.defaultPage, most: limits.maxLongPage };
      return connect(loaders.changes.list(filter), paging, { sizes, toNode: asItIs });
    },
  }),
);

/** The id of a build that changes are known since. */
function readSince(since: string | null | undefined, { changes, dataset }: Loaders): string {
  const { buildId } = dataset.manifest;
  const known = changes.builds.map((build) => build.buildId);
  // No row has the build's own id: the list since itself is empty.
  if (since === null || since === undefined) return known[0] ?? buildId;
  if (since === buildId || known.includes(since)) return since;
  const which = known.length === 0 ? 'There is no earlier build to ask for' : `Known are ${known.join(', ')}`;
  throw badInput(
    `since: changes since the build ${JSON.stringify(since.slice(0, MOST_SHOWN))} are not known. ${which}, and the present build ${buildId}; dataset.previousBuildIds names them.`,
  );
}

const MOST_SHOWN = 40;
