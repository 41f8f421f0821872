import { BLOCK_TITLES, BLOCK_UNITS, createBlockLayouts, unitAt, type BlockLayout } from '../chance/block-layout.ts';
import { createIdSpace, HIGHEST_NAME, HIGHEST_TITLE, type IdSpace } from './id-space.ts';
import { hash32, unit32 } from '../chance/random.ts';

/** The constants of one seed and scale, with the rules that several files of the dataset share. */
export interface World {
  seed: number;
  scale: number;
  titles: IdSpace;
  names: IdSpace;
  layout: (block: number) => BlockLayout;
  /** The number, across all blocks, of the unit (a series with its episodes, or a single title) of a title. */
  unitOf(title: number): number;
  /** The first title of a unit; may be beyond the last title. */
  titleOfUnit(unit: number): number;
  isSeries(unit: number): boolean;
  /** Number of units that begin before the last title, or slightly more. */
  units: number;
  /** Year in which a unit was released, 0 if unknown. */
  yearOf(unit: number): number;
  hasPrincipals(title: number): boolean;
}

const TITLES_AT_ONE = 12_300_000;
const NAMES_AT_ONE = 15_100_000;
const YEAR_STREAM = 21;
const PRINCIPALS_STREAM = 22;
const SHARE_WITH_PRINCIPALS = 0.9;
const SHARE_WITHOUT_YEAR = 0.1;
const LATEST_YEAR = 2026;

export function createWorld(options: { scale: number; seed: number }): World {
  const { scale, seed } = options;
  const titleCount = Math.round(TITLES_AT_ONE * scale);
  const layout = createBlockLayouts(seed);
  return {
    seed,
    scale,
    titles: createIdSpace('tt', { size: titleCount, highest: HIGHEST_TITLE, seed }),
    names: createIdSpace('nm', { size: Math.round(NAMES_AT_ONE * scale), highest: HIGHEST_NAME, seed }),
    layout,
    unitOf(title) {
      const block = Math.floor(title / BLOCK_TITLES);
      return block * BLOCK_UNITS + unitAt(layout(block), title % BLOCK_TITLES);
    },
    titleOfUnit(unit) {
      const block = Math.floor(unit / BLOCK_UNITS);
      return block * BLOCK_TITLES + (layout(block).starts[unit % BLOCK_UNITS] as number);
    },
    isSeries: (unit) => layout(Math.floor(unit / BLOCK_UNITS)).series[unit % BLOCK_UNITS] === 1,
    units: Math.ceil((titleCount / BLOCK_TITLES) * BLOCK_UNITS),
    yearOf(unit) {
      const u = unit32(hash32(seed, YEAR_STREAM, unit));
      if (u < SHARE_WITHOUT_YEAR) return 0;
      const v = (u - SHARE_WITHOUT_YEAR) / (1 - SHARE_WITHOUT_YEAR);
      // Titles announced for the coming years.
      if (v > 0.998) return LATEST_YEAR + 1 + (unit % 3);
      // Half of all titles are younger than twenty years; the oldest films are of 1894, the oldest series of 1947.
      const series = layout(Math.floor(unit / BLOCK_UNITS)).series[unit % BLOCK_UNITS] === 1;
      return LATEST_YEAR - Math.floor((series ? 80 : 133) * (0.8 * v ** 4 + 0.2 * v));
    },
    hasPrincipals: (title) => unit32(hash32(seed, PRINCIPALS_STREAM, title)) < SHARE_WITH_PRINCIPALS,
  };
}
