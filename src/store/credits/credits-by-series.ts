import { NONE } from '../../dataset/indexes/document-view.ts';
import { TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import { topKList } from '../lists/top-k-list.ts';
import type { CreditFilter, CreditOrderField, OrderBy, PersonCredit } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { titlePlaces } from '../titles/title-places.ts';
import type { PlaceReaders, TitlePlace } from '../titles/title-places.ts';
import {
  BILLING,
  CATEGORY,
  COLUMNS,
  creditOf,
  NO_CREDITS,
  rowsOf,
  termsOf,
  TITLE,
  TYPE,
  YEAR,
} from './person-credits.ts';
import type { Known, PersonCredits } from './person-credits.ts';

const SERIES_TYPES: ReadonlySet<string> = new Set([TITLE_TYPES.TV_SERIES, TITLE_TYPES.TV_MINI_SERIES]);

/**
 * Credits of a person as filmographies show them: the credits on episodes of a series are one row with its number of
 * episodes, for each category. That row is the person's own credit on the series where there is one, else it begins
 * with the episode of the lowest id. An episode whose series is not in the data stays as it is. Filters by type and
 * orders are of the title shown.
 */
export async function creditsBySeries(
  { personCredits, ...known }: Known & PlaceReaders & { personCredits: (id: number) => Promise<PersonCredits | null> },
  {
    personId,
    filter: { categories, titleTypes },
    orderBy,
  }: { personId: number; filter: CreditFilter; orderBy: readonly OrderBy<CreditOrderField>[] },
): Promise<Pageable<PersonCredit>> {
  const all = (await personCredits(personId)) ?? NO_CREDITS;
  const rows = rowsOf(all, categories === undefined ? {} : { categories });
  const { credits, titleIds, episodeCounts } = fold(all, { rows, seriesOf: await seriesOfEpisodes(known, all, rows) });
  return topKList({
    name: `person.creditsBySeries ${personId}`,
    rows: rowsOf(credits, titleTypes === undefined ? {} : { titleTypes }),
    terms: [
      ...termsOf(credits, { orderBy, ratings: known.ratings }),
      // Credits on two episodes may have the same series and the same place in the billing.
      { name: 'CREDIT', direction: 'ASC', of: (row) => titleIds[row / COLUMNS] ?? NONE },
    ],
    itemAt: (row) => ({
      ...creditOf(credits, { row, ...known }),
      titleId: titleIds[row / COLUMNS] ?? NONE,
      episodeCount: episodeCounts[row / COLUMNS] || null,
    }),
  });
}

interface Series extends TitlePlace {
  id: number;
}

/** The series of each episode, where it is in the data. */
async function seriesOfEpisodes(
  readers: PlaceReaders,
  { values, types }: PersonCredits,
  rows: Int32Array,
): Promise<ReadonlyMap<number, Series>> {
  const episodes = new Set<number>();
  for (const row of rows)
    if (types[values[row + TYPE] ?? NONE] === TITLE_TYPES.TV_EPISODE) episodes.add(values[row + TITLE] ?? NONE);
  const places = await titlePlaces(readers, [...episodes]);
  const parents = new Set([...places.values()].flatMap(({ seriesId }) => seriesId ?? []));
  const series = await titlePlaces(readers, [...parents]);
  const found = new Map<number, Series>();
  for (const [episode, { seriesId }] of places) {
    const place = seriesId === null ? undefined : series.get(seriesId);
    if (seriesId !== null && place !== undefined && SERIES_TYPES.has(place.titleType))
      found.set(episode, { ...place, id: seriesId });
  }
  return found;
}

interface Folded {
  /** With the titles that are shown. */
  credits: PersonCredits;
  /** By the number of the row: the title that the credit is on, and the episodes that are folded into it, 0 for none. */
  titleIds: Int32Array;
  episodeCounts: Int32Array;
}

/** Credits of one category on episodes of one series. */
interface Group {
  series: Series;
  category: number;
  episodes: Set<number>;
  /** The first of its credits. */
  titleId: number;
  billing: number;
}

/** The least number of which no category is as great a part. */
const CATEGORIES = 4096;

function fold(
  { values, categories, types }: PersonCredits,
  { rows, seriesOf }: { rows: Int32Array; seriesOf: ReadonlyMap<number, Series> },
): Folded {
  const folded = new Int32Array(rows.length * COLUMNS);
  const titleIds = new Int32Array(rows.length);
  const episodeCounts = new Int32Array(rows.length);
  const allTypes = [...types];
  const groups = new Map<number, Group>();
  /** The first credit of each category on each title. */
  const own = new Map<number, number>();
  let count = 0;

  for (const row of rows) {
    const [titleId, category] = [values[row + TITLE] ?? NONE, values[row + CATEGORY] ?? NONE];
    const billing = values[row + BILLING] ?? NONE;
    const series = seriesOf.get(titleId);
    if (series !== undefined) {
      addTo(groups, keyOf(series.id, category), { series, category, titleId, billing });
      continue;
    }
    const first = own.get(keyOf(titleId, category));
    if (first === undefined || billing < (folded[first * COLUMNS + BILLING] ?? NONE))
      own.set(keyOf(titleId, category), count);
    folded.set(values.subarray(row, row + COLUMNS), count * COLUMNS);
    titleIds[count] = titleId;
    count += 1;
  }
  for (const [key, { series, category, episodes, titleId, billing }] of groups) {
    const at = own.get(key) ?? count;
    episodeCounts[at] = episodes.size;
    if (at !== count) continue;
    const begin = count * COLUMNS;
    folded[begin + TITLE] = series.id;
    folded[begin + BILLING] = billing;
    folded[begin + CATEGORY] = category;
    folded[begin + TYPE] = placeIn(allTypes, series.titleType);
    folded[begin + YEAR] = series.startYear ?? NONE;
    titleIds[count] = titleId;
    count += 1;
  }
  return {
    credits: { values: folded.subarray(0, count * COLUMNS), categories, types: allTypes },
    titleIds,
    episodeCounts,
  };
}

function keyOf(titleId: number, category: number): number {
  return titleId * CATEGORIES + category;
}

function addTo(groups: Map<number, Group>, key: number, credit: Omit<Group, 'episodes'>): void {
  const group = groups.get(key);
  if (group === undefined) {
    groups.set(key, { ...credit, episodes: new Set([credit.titleId]) });
    return;
  }
  group.episodes.add(credit.titleId);
  if (credit.titleId < group.titleId || (credit.titleId === group.titleId && credit.billing < group.billing)) {
    group.titleId = credit.titleId;
    group.billing = credit.billing;
  }
}

/** The place of a word, which is added where it is not there yet. */
function placeIn(words: string[], word: string): number {
  const at = words.indexOf(word);
  return at === -1 ? words.push(word) - 1 : at;
}
