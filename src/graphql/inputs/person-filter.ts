import type { PersonFilter } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { AdultContentEnum } from './enums.ts';
import { IntRangeInput, readRange, readSet, readText, TextFilterInput, WordSetInput } from './filter-inputs.ts';
import { checkIdCount, readKeyOfAny } from '../base/ids.ts';
import { withoutMissing } from './title-filter.ts';

const CreditCountInput = builder.inputType('CreditCount', {
  description:
    'A range of numbers of credits, both ends inclusive. The data has principal cast and crew only, not full credits.',
  fields: (t) => ({
    min: t.int({ description: 'Smallest number of credits. Default: no lower limit.' }),
    max: t.int({ description: 'Greatest number of credits, not less than min. Default: no upper limit.' }),
    adult: t.field({
      type: AdultContentEnum,
      defaultValue: 'EXCLUDE',
      description: 'Whether credits on adult titles are counted. Default EXCLUDE: they are not.',
    }),
  }),
});

export const PersonFilterInput = builder.inputType('PersonFilter', {
  description: 'A filter of people. A person must match every field that is given.',
  fields: (t) => ({
    ids: t.idList({
      description:
        'Keeps only the people with these ids, at most 100 (a setting of the server). They are sorted as the list is, each once; unknown ids are left out, and an empty list matches nobody. For the order of the ids, use peopleByIds.',
    }),
    name: t.field({ type: TextFilterInput, description: 'Filters by primaryName.' }),
    birthYear: t.field({ type: IntRangeInput, description: 'Filters by birthYear.' }),
    deathYear: t.field({
      type: IntRangeInput,
      description: 'Filters by deathYear; only people with a known year of death match.',
    }),
    professions: t.field({
      type: WordSetInput,
      description:
        "Filters by primaryProfessions, in IMDb's words, such as actress or casting_director. A person has at most three.",
    }),
    credits: t.field({ type: CreditCountInput, description: 'Filters by the number of credits.' }),
  }),
});

export type PersonFilterValue = typeof PersonFilterInput.$inferInput;

/** @throws ClientError `BAD_USER_INPUT` that names the invalid field. */
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
  return ids.map((id, index) => readKeyOfAny(id, { prefix: 'nm', at: `filter.ids[${index}]` }));
}
