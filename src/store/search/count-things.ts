import type { SearchFilter } from '../model/model.ts';
import type { SearchIndex } from './terms/search-index.ts';
import { countListed } from './matching/listed-rows.ts';
import { countMatches } from './plain/read-matches.ts';
import type { Stage } from './terms/stages.ts';

const EVERYTHING: SearchFilter = { adult: 'INCLUDE', includeAkas: true };

/** How many things fit a stage, whatever the filter: `most` where there are more. */
export async function countThings(scan: SearchIndex, { stage, most }: { stage: Stage; most: number }): Promise<number> {
  const listed = await countListed(scan, { stage, most });
  return listed ?? countMatches(scan, { stages: [stage], filter: EVERYTHING, most });
}
