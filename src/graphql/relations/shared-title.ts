import { CREDIT_CATEGORIES, knownOrOther } from '../../dataset/words/vocabulary.ts';
import type { SharedTitle } from '../../store/relations/shared-titles.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { PersonValue } from '../base/node-type-name.ts';
import { PersonRef, TitleRef } from '../base/refs.ts';
import { CREDIT_SCOPE } from '../credits/credit.ts';
import { CreditCategoryEnum } from '../inputs/enums.ts';
import { connect, connectionType } from '../lists/connection.ts';
import type { Connection } from '../lists/connection.ts';
import type { PagingArgs } from '../lists/paging.ts';
import type { Limits } from '../base/context.ts';
import type { Pageable } from '../../store/model/page.ts';

const knownCategory = knownOrOther(CREDIT_CATEGORIES);

interface SharedTitlePerson {
  person: PersonValue;
  categories: readonly string[];
}

interface SharedTitleValue extends Pick<SharedTitle, 'title'> {
  people: readonly SharedTitlePerson[];
}

const SharedTitlePersonRef = builder.objectRef<SharedTitlePerson>('SharedTitlePerson').implement({
  description: 'What somebody did on a title that is shared with others.',
  fields: (t) => ({
    person: t.field({ type: PersonRef, description: 'Person.', resolve: ({ person }) => person }),
    categories: t.field({
      type: [CreditCategoryEnum],
      extensions: costs({ rows: 2 }),
      description: 'Categories of the credits of the person on the title, each once.',
      resolve: ({ categories }) => [...new Set(categories.map(knownCategory))],
    }),
  }),
});

const SharedTitleRef = builder.objectRef<SharedTitleValue>('SharedTitle');

SharedTitleRef.implement({
  description: `A title that several people are credited on: ${CREDIT_SCOPE}.`,
  fields: (t) => ({
    title: t.field({ type: TitleRef, description: 'Title.', resolve: ({ title }) => title }),
    people: t.field({
      type: [SharedTitlePersonRef],
      extensions: costs({ rows: 2 }),
      description: 'The people, in the order in which they were asked for.',
      resolve: ({ people }) => people,
    }),
  }),
});

export const SharedTitleConnectionRef = connectionType(
  { name: 'SharedTitle', ref: SharedTitleRef },
  { rows: 'shared titles', counted: 'Number of titles in the whole list, on all pages.' },
);

/** A page of the titles that these people share. */
export function connectShared(
  list: Pageable<SharedTitle>,
  args: PagingArgs,
  { people, limits }: { people: readonly PersonValue[]; limits: Limits },
): Connection<SharedTitleValue> {
  const byId = new Map(people.map((person) => [person.id, person]));
  return connect(list, args, {
    sizes: { usual: limits.defaultPage, most: limits.maxPage },
    toNode: (shared) => ({
      title: shared.title,
      people: shared.people.flatMap(({ personId, categories }) => {
        const person = byId.get(personId);
        return person === undefined ? [] : [{ person, categories }];
      }),
    }),
  });
}
