import { badInput } from '../../errors.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { readKey } from '../base/ids.ts';
import { CREDIT_SCOPE } from '../credits/credit.ts';
import { pagingArgs } from '../lists/paging.ts';
import { connectShared, SharedTitleConnectionRef } from './shared-title.ts';

const MOST_PEOPLE = 10;

builder.queryField('sharedTitles', (t) =>
  t.field({
    type: SharedTitleConnectionRef,
    nullable: true,
    extensions: costs({ weight: 1000, page: 'maxPage' }),
    description: `Titles that all of several people are credited on, the newest first: ${CREDIT_SCOPE}. Episodes and adult titles are included. Null if one of the people is not in the data.`,
    args: {
      personIds: t.arg.idList({
        required: true,
        description: `IMDb's ids of 2 to ${MOST_PEOPLE} different people.`,
      }),
      ...pagingArgs(100),
    },
    resolve: async (_root, { personIds, ...args }, { loaders, limits }) => {
      const ids = readPeople(personIds);
      const people = await Promise.all(ids.map((id) => loaders.people.byId(id)));
      const known = people.filter((person) => person !== null);
      if (known.length < people.length) return null;
      const { list } = await loaders.relations.sharedTitles(ids.map((personId) => ({ personId })));
      return connectShared(list, args, { people: known, limits });
    },
  }),
);

/** @throws ClientError `BAD_USER_INPUT` for too few or too many people, and for one who is named twice. */
function readPeople(personIds: readonly string[]): number[] {
  if (personIds.length < 2 || personIds.length > MOST_PEOPLE)
    throw badInput(`personIds: ${personIds.length} ids were given. Give those of 2 to ${MOST_PEOPLE} people.`);
  const ids = personIds.map((id, at) => readKey(id, { prefix: 'nm', at: `personIds[${at}]` }));
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice !== -1) throw badInput(`personIds[${twice}]: ${personIds[twice]} occurs twice. Give each person once.`);
  return ids;
}
