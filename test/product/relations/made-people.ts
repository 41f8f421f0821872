import { openBothModes } from '../../support/both-modes.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { buildOf } from '../source-files.ts';
import type { Tables } from '../tables.ts';
import { madeLines } from './made-lines.ts';

/** People of a small dataset: the first has more titles than are read one by one, the last two are not there. */
export const PEOPLE = [1, 2, 5, 8, 9, 11];

/** The small dataset in both modes, and its tables. */
export async function openPeople(
  folder: string,
): Promise<{ index: TestGateway; parquet: TestGateway; tables: Tables }> {
  return openBothModes(
    await buildOf(madeLines({ titles: 1600, people: 8, series: 12, episodes: 1400, credits: 5 }), folder),
  );
}
