import { CATEGORY_WORDS, TYPE_WORDS } from '../../dataset/indexes/document-kinds.ts';
import { NONE } from '../../dataset/indexes/document-view.ts';
import { wordTest } from '../query/conditions.ts';
import { itemsIn } from '../documents/json-value.ts';
import type { CreditFilter, CreditOrderField, OrderBy, PersonCredit } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import type { Ratings } from '../titles/ratings.ts';
import type { TitleNames } from '../titles/title-names.ts';
import { selectedList } from '../lists/selected-list.ts';
import type { RowTerm } from '../lists/selected-list.ts';

/** Credits of a person, in no order, as numbers: there may be thousands, of which a page shows a few. */
export interface PersonCredits {
  /** Of each credit its `COLUMNS`, one credit after another; `NONE` where it has none. */
  values: Int32Array;
  /** The words that categories and types are places in. */
  categories: readonly string[];
  types: readonly string[];
}

const COLUMNS = 5;

/** How many there are. */
export function countOfCredits({ values }: PersonCredits): number {
  return values.length / COLUMNS;
}

const [TITLE, BILLING, CATEGORY, TYPE, YEAR] = [0, 1, 2, 3, 4];
const NO_CREDITS: PersonCredits = { values: new Int32Array(), categories: [], types: [] };

/** Of text, as the Parquet table gives it, and as a file has it where a word is not in the vocabulary. */
export function decodePersonCredits(_personId: number, text: string): PersonCredits {
  const [categories, types] = [[...CATEGORY_WORDS], [...TYPE_WORDS]];
  const numbers = itemsIn(text).flatMap((item) =>
    Array.from({ length: COLUMNS }, (_, column) => {
      const value = item[column];
      if (typeof value === 'string') return placeIn(column === CATEGORY ? categories : types, value);
      return value === null || value === undefined ? NONE : Number(value);
    }),
  );
  return { values: Int32Array.from(numbers), categories, types };
}

export function numberedCredits(_personId: number, values: Int32Array): PersonCredits {
  return { values, categories: CATEGORY_WORDS, types: TYPE_WORDS };
}

/** The place of a word, which is added to the words where it is new. */
function placeIn(words: string[], word: string): number {
  const place = words.indexOf(word);
  return place === -1 ? words.push(word) - 1 : place;
}

/** What is known of titles without reading their documents. */
interface Known {
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
  return selectedList({
    name: `person.credits ${personId}`,
    rows: rowsOf(credits, filter),
    terms: termsOf(credits, { orderBy, ...known }),
    itemAt: (row) => creditOf(credits, { row, ...known }),
  });
}

/** Where in the values the credits begin that pass the filter. */
function rowsOf({ values, categories, types }: PersonCredits, filter: CreditFilter): Int32Array {
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

function termsOf(
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

function creditOf(
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
  const card = { id: titleId, titleType, startYear, rating: ratings.of(titleId) };
  const primaryTitle = titleNames.of(titleId);
  return { ...credit, title: primaryTitle === undefined ? card : { ...card, primaryTitle } };
}

function nullable(value: number | undefined): number | null {
  return value === undefined || value === NONE ? null : value;
}
