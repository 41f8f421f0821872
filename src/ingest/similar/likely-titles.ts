import { eraLikeness, familyLikeness, MOST_SIMILAR, scalesOf } from '../../dataset/similarity/measure.ts';
import { BLOCKS, FAMILIES } from '../../dataset/similarity/title-vector.ts';
import { Best } from './best.ts';
import type { ComparedTitles } from './compared-titles.ts';
import { NO_YEAR } from './compared-titles.ts';

/**
 * The titles that are most alike by genres, era, kind and fame alone. These depend on the group and the year of a title,
 * so that all titles of a group and a year share them: no pair of titles that have a genre in common, as half of all
 * pairs do, is looked at. Whatever has neither a word nor a person in common with a title and is not among these has
 * fifty titles before it.
 */
export class LikelyTitles {
  readonly #titles: ComparedTitles;
  readonly #cells: Cells;
  readonly #genreWeights: Float64Array;
  /** Of the current group: how alike each group is by kind and genres, and the groups by the most that they may reach. */
  #group = -1;
  #year: number | undefined;
  readonly #genres: Float64Array;
  readonly #eras: Float64Array;
  readonly #scales: Float64Array;
  readonly #kinds: Float64Array;
  readonly #bounds: Float64Array;
  #byBound: readonly number[] = [];
  /** One more than there is room for: the title itself is among them. */
  readonly best = new Best(MOST_SIMILAR + 1);

  constructor(titles: ComparedTitles) {
    this.#titles = titles;
    this.#cells = cellsOf(titles);
    const { groupTraits } = titles;
    const features = groupTraits.flatMap(({ genres }) => genres.map(([feature]) => feature));
    this.#genreWeights = new Float64Array(1 + features.reduce((most, feature) => Math.max(most, feature), 0));
    this.#genres = new Float64Array(groupTraits.length);
    this.#eras = new Float64Array(groupTraits.length);
    this.#scales = new Float64Array(groupTraits.length);
    this.#kinds = new Float64Array(groupTraits.length);
    this.#bounds = new Float64Array(groupTraits.length);
  }

  /** How alike a group is to the current one: by its kind, 0 where one of both is adult. */
  kindOf(group: number): number {
    return this.#kinds[group] ?? 0;
  }

  /** The same by genres. */
  genresOf(group: number): number {
    return this.#genres[group] ?? 0;
  }

  /** The weight of eras between a group and the current one. */
  eraWeightOf(group: number): number {
    return this.#eras[group] ?? 0;
  }

  /** How much people and words count between them, see BlockScales. */
  scaleOf(group: number): number {
    return this.#scales[group] ?? 1;
  }

  /** Makes a title's group and year the current ones, and finds the titles that are most alike. */
  moveTo(title: number): void {
    const { groups, years } = this.#titles;
    const [group, year] = [groups[title] ?? 0, years[title] ?? NO_YEAR];
    if (group === this.#group && year === this.#year) return;
    if (group !== this.#group) this.#enterGroup(group);
    [this.#group, this.#year] = [group, year];
    this.#fill(year);
  }

  #enterGroup(group: number): void {
    const { groupTraits } = this.#titles;
    const own = groupTraits[group] ?? { isAdult: false, isTold: false, family: 0, genres: [] };
    const [bounds, possible]: [Float64Array, number[]] = [this.#bounds, []];
    for (const [feature, weight] of own.genres) this.#genreWeights[feature] = weight;
    for (const [other, traits] of groupTraits.entries()) {
      let sum = 0;
      for (const [feature, weight] of traits.genres) sum += weight * (this.#genreWeights[feature] ?? 0);
      const scales = scalesOf(traits.isTold, own.isTold);
      this.#genres[other] = scales.genres * sum;
      this.#eras[other] = scales.era * BLOCKS.era;
      this.#scales[other] = scales.others;
      this.#kinds[other] =
        traits.isAdult === own.isAdult
          ? familyLikeness(FAMILIES[traits.family] ?? 'film', FAMILIES[own.family] ?? 'film')
          : 0;
      const most = this.genresOf(other) + this.eraWeightOf(other);
      bounds[other] = this.kindOf(other) * most * (this.#cells.groupFames[other] ?? 0);
      if ((bounds[other] ?? 0) > 0) possible.push(other);
    }
    for (const [feature] of own.genres) this.#genreWeights[feature] = 0;
    this.#byBound = possible.sort((one, other) => (bounds[other] ?? 0) - (bounds[one] ?? 0));
  }

  #fill(year: number): void {
    const { best } = this;
    const { order, fames } = this.#titles;
    const { groupStarts, starts, years } = this.#cells;
    best.clear();
    for (const group of this.#byBound) {
      if ((this.#bounds[group] ?? 0) <= best.threshold) return;
      const [kind, genres, era] = [this.kindOf(group), this.genresOf(group), this.eraWeightOf(group)];
      for (let cell = groupStarts[group] ?? 0; cell < (groupStarts[group + 1] ?? 0); cell += 1) {
        const alike = kind * (genres + era * eraOf(year, years[cell] ?? NO_YEAR));
        for (let at = starts[cell] ?? 0; at < (starts[cell + 1] ?? 0); at += 1) {
          const title = order[at] ?? 0;
          const score = alike * (fames[title] ?? 0);
          // Those behind it in its year are known less.
          if (score <= best.threshold) break;
          best.add(title, score);
        }
      }
    }
  }
}

/** The likeness of eras by the years between them: beyond these it is as good as none. */
const ERAS = Float64Array.from({ length: 1024 }, (_, years) => eraLikeness(years));

/** The likeness of two years, NO_YEAR being one that is not known. */
export function eraOf(one: number, other: number): number {
  return one === NO_YEAR || other === NO_YEAR ? 0 : (ERAS[Math.abs(one - other)] ?? 0);
}

/** The titles of a group and a year are a cell, which is a range of the order. */
interface Cells {
  /** The first cell of each group, and one behind the last. */
  groupStarts: Uint32Array;
  /** The greatest fame in a group. */
  groupFames: Float64Array;
  /** Where each cell begins in the order, and where the last one ends. */
  starts: number[];
  years: number[];
}

function cellsOf({ order, groups, years, fames, groupTraits }: ComparedTitles): Cells {
  const cells: Cells = {
    groupStarts: new Uint32Array(groupTraits.length + 1),
    groupFames: new Float64Array(groupTraits.length),
    starts: [],
    years: [],
  };
  let [group, year] = [-1, 0];
  for (const [at, title] of order.entries()) {
    const [nextGroup, nextYear] = [groups[title] ?? 0, years[title] ?? NO_YEAR];
    if (nextGroup !== group) cells.groupStarts[nextGroup] = cells.starts.length;
    if (nextGroup !== group || nextYear !== year) {
      cells.starts.push(at);
      cells.years.push(nextYear);
    }
    [group, year] = [nextGroup, nextYear];
    cells.groupFames[group] = Math.max(cells.groupFames[group] ?? 0, fames[title] ?? 0);
  }
  cells.groupStarts[groupTraits.length] = cells.starts.length;
  cells.starts.push(order.length);
  return cells;
}
