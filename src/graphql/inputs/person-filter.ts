import type { PersonFilter } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { AdultContentEnum } from './enums.ts';
import { IntRangeInput, readRange, readSet, readText, TextFilterInput, WordSetInput } from './filter-inputs.ts';
import { checkIdCount, readKey } from '../base/ids.ts';
import { withoutMissing } from './title-filter.ts';

const CreditCountInput = builder.inputType('CreditCount', {
  description:
    'A number of credits, both ends included: as in the data, which has principal cast and crew only, not full credits.',
  fields: (t) => ({
    min: t.int({ description: 'The least. Default: no lower end.' }),
    max: t.int({ description: 'The most; not less than min. Default: no upper end.' }),
    adult: t.field({
      type: AdultContentEnum,
      defaultValue: 'EXCLUDE',
      description: 'Whether credits on adult titles count. Default EXCLUDE: they do not.',
    }),
  }),
});

export const PersonFilterInput = builder.inputType('PersonFilter', {
  description: 'Which people to list: those that fit every part that is given.',
  fields: (t) => ({
    ids: t.idList({
      description:
        'Only these people, in the order of the list and once each; ids that nobody has are left out, an empty list fits nobody. At most 100 (a setting of the server). peopleByIds keeps the order of the ids instead.',
    }),
    name: t.field({ type: TextFilterInput, description: 'By the primaryName.' }),
    birthYear: t.field({ type: IntRangeInput, description: 'By the year of birth.' }),
    deathYear: t.field({ type: IntRangeInput, description: 'By the year of death: only people who have died.' }),
    professions: t.field({
      type: WordSetInput,
      description:
        "By primaryProfessions: IMDb's words, such as actress or casting_director; a person has three at most.",
    }),
    credits: t.field({ type: CreditCountInput, description: 'By number of credits.' }),
  }),
});

export type PersonFilterValue = typeof PersonFilterInput.$inferInput;

/** @throws ClientError `BAD_USER_INPUT` that names the part which cannot be. */
export function readPersonFilter(
  filter: PersonFilterValue | null | undefined,
  limits: { maxIds: number },
): PersonFilter {
  const { ids, name, birthYear, deathYear, professions, credits } = filter ?? {};
  return withoutMissing({
    ids: ids == null ? undefined : readIds(ids, limits.maxIds),
    name: readText(name, 'filter.name'),
    birthYear: readRange(birthYear, 'filter.birthYear'),
    deathYear: readRange(deathYear, 'filter.deathYear'),
    professions: readSet(professions, 'filter.professions'),
    credits:
      credits == null ? undefined : { ...readRange(credits, 'filter.credits'), adult: credits.adult ?? 'EXCLUDE' },
  });
}

function readIds(ids: readonly string[], most: number): number[] {
  checkIdCount(ids, { most, at: 'filter.ids' });
  return ids.map((id, index) => readKey(id, { prefix: 'nm', at: `filter.ids[${index}]` }));
}
