import { itemsIn } from '../../dataset/indexes/field-kinds.ts';
import { CATEGORY_WORDS, PERSON_CREDIT, TYPE_WORDS } from '../../dataset/indexes/document-fields.ts';
import { NONE } from '../../dataset/indexes/document-view.ts';
import { wordTest } from '../query/conditions.ts';
import type { CreditFilter, CreditOrderField, OrderBy, PersonCredit } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import type { Ratings } from '../titles/ratings.ts';
import type { TitleNames } from '../titles/title-names.ts';
import { topKList } from '../lists/top-k-list.ts';
import type { RowTerm } from '../lists/top-k-list.ts';

/** Credits of a person, in no order, as numbers: there may be thousands, of which a page shows a few. */
export interface PersonCredits {
  /** The fields of each credit, one credit after another; `NONE` where it lacks one. */
  values: Int32Array;
  /** The words that categories and types are places in. */
  categories: readonly string[];
  types: readonly string[];
}

/** A credit is so many numbers. */
export const COLUMNS = Object.values(PERSON_CREDIT).length;
const FIELDS = Object.values(PERSON_CREDIT);

/** How many there are. */
export function countOfCredits({ values }: PersonCredits): number {
  return values.length / COLUMNS;
}

export const TITLE = PERSON_CREDIT.titleId.place;
export const BILLING = PERSON_CREDIT.billingOrder.place;
export const CATEGORY = PERSON_CREDIT.category.place;
export const TYPE = PERSON_CREDIT.titleType.place;
export const YEAR = PERSON_CREDIT.startYear.place;
/** Of a person without any. */
export const NO_CREDITS: PersonCredits = { values: new Int32Array(), categories: [], types: [] };

/** Of text, as the Parquet table gives it, and as a file has it where a word is not in the vocabulary. */
export function decodePersonCredits(_personId: number, text: string): PersonCredits {
  const words = FIELDS.map((field) => [...field.words]);
  const values = itemsIn(text).flatMap((item) =>
    FIELDS.map((field, place) => field.numberOf(item, words[place] ?? [])),
  );
  return { values: Int32Array.from(values), categories: words[CATEGORY] ?? [], types: words[TYPE] ?? [] };
}

export function numberedCredits(_personId: number, values: Int32Array): PersonCredits {
  return { values, categories: PERSON_CREDIT.category.words, types: PERSON_CREDIT.titleType.words };
}

/** What is known of titles without reading their documents. */
export interface Known {
  ratings: Ratings;
  titleNames: TitleNames;
}

export async function creditsOfPerson(
  { personCredits, ...known }: Known & { personCredits: (personId: number) => Promise<PersonCredits | null> },
  {
    personId,
    filter,
    orderBy,
  }: { personId: number; filter: CreditFilter; orderBy: readonly OrderBy<CreditOrderField>[] },
): Promise<Pageable<PersonCredit>> {
  const credits = (await personCredits(personId)) ?? NO_CREDITS;
  return topKList({
    name: `person.credits ${personId}`,
    rows: rowsOf(credits, filter),
    terms: termsOf(credits, { orderBy, ...known }),
    itemAt: (row) => creditOf(credits, { row, ...known }),
  });
}

/** Where in the values the credits begin that pass the filter. */
export function rowsOf({ values, categories, types }: PersonCredits, filter: CreditFilter): Int32Array {
  // A word is tested once, not once for each credit.
  const hasCategory = wordTest(filter.categories, CATEGORY_WORDS);
  const category = hasCategory && categories.map((word) => hasCategory(word));
  const hasType = wordTest(filter.titleTypes, TYPE_WORDS);
  const type = hasType && types.map((word) => hasType(word));
  const rows = new Int32Array(values.length / COLUMNS);
  let count = 0;
  for (let row = 0; row < values.length; row += COLUMNS) {
    const [inCategory, inType] = [values[row + CATEGORY] ?? NONE, values[row + TYPE] ?? NONE];
    if ((category === undefined || category[inCategory] === true) && (type === undefined || type[inType] === true)) {
      rows[count] = row;
      count += 1;
    }
  }
  return rows.subarray(0, count);
}

/** An order of credits, by where they begin. */
export function termsOf(
  { values }: PersonCredits,
  { orderBy, ratings }: { orderBy: readonly OrderBy<CreditOrderField>[]; ratings: Ratings },
): RowTerm[] {
  const valueOf = (column: number) => (row: number) => nullable(values[row + column]);
  // A title that is not in the data has no type, and whatever rating its id has is nobody's.
  const rated = (of: (titleId: number) => number | null) => (row: number) =>
    values[row + TYPE] === NONE ? null : of(values[row + TITLE] ?? NONE);
  const terms: Record<CreditOrderField, RowTerm['of']> = {
    YEAR: valueOf(YEAR),
    VOTES: rated((titleId) => ratings.votesOf(titleId)),
    RATING: rated((titleId) => ratings.averageOf(titleId)),
    BILLING: valueOf(BILLING),
  };
  return [
    ...orderBy.map(({ field, direction }): RowTerm => ({ name: field, direction, of: terms[field] })),
    { name: 'ID', direction: 'ASC', of: valueOf(TITLE) },
    { name: 'ORDERING', direction: 'ASC', of: valueOf(BILLING) },
  ];
}

/** The credit that begins at `row`. */
export function creditOf(
  { values, categories, types }: PersonCredits,
  { row, ratings, titleNames }: Known & { row: number },
): PersonCredit {
  const [titleId, type] = [values[row + TITLE] ?? NONE, values[row + TYPE] ?? NONE];
  const credit = {
    titleId,
    billingOrder: values[row + BILLING] ?? NONE,
    category: categories[values[row + CATEGORY] ?? NONE] ?? '',
  };
  if (type === NONE) return { ...credit, title: null };
  const [titleType, startYear] = [types[type] ?? '', nullable(values[row + YEAR])];
  const summary = { id: titleId, titleType, startYear, rating: ratings.of(titleId) };
  const primaryTitle = titleNames.of(titleId);
  return { ...credit, title: primaryTitle === undefined ? summary : { ...summary, primaryTitle } };
}

function nullable(value: number | undefined): number | null {
  return value === undefined || value === NONE ? null : value;
}
