import { NONE } from '../../dataset/indexes/document-view.ts';
import { COLUMNS, TITLE, TYPE, YEAR } from '../credits/person-credits.ts';
import type { Known, PersonCredits } from '../credits/person-credits.ts';
import type { TitleSummary } from '../model/model.ts';

/** A title that somebody is credited on, however often. */
export interface OwnTitle {
  id: number;
  /** IMDb's word; null for a title that is not in the data. */
  titleType: string | null;
  startYear: number | null;
  credits: number;
}

/** The titles of some credits, each once. `rows` are where the credits begin. */
export function ownTitles({ values, types }: PersonCredits, rows: Int32Array): OwnTitle[] {
  const found = new Map<number, OwnTitle>();
  for (const row of rows) {
    const id = values[row + TITLE] ?? NONE;
    const before = found.get(id);
    if (before !== undefined) {
      before.credits += 1;
      continue;
    }
    const [type, year] = [values[row + TYPE] ?? NONE, values[row + YEAR] ?? NONE];
    const titleType = type === NONE ? null : (types[type] ?? '');
    found.set(id, { id, titleType, startYear: year === NONE ? null : year, credits: 1 });
  }
  return [...found.values()];
}

/** How many credits there are by each number in one of their fields. */
export function countsIn({ values }: PersonCredits, field: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let row = 0; row < values.length; row += COLUMNS) {
    const value = values[row + field] ?? NONE;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** A title that is in the data, as far as it is known without its document. */
export function summaryOf(
  { id, titleType, startYear }: Pick<OwnTitle, 'id' | 'titleType' | 'startYear'>,
  { ratings, titleNames }: Known,
): TitleSummary {
  const summary = { id, titleType: titleType ?? '', startYear, rating: ratings.of(id) };
  const primaryTitle = titleNames.of(id);
  return primaryTitle === undefined ? summary : { ...summary, primaryTitle };
}
