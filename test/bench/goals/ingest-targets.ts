import { CHANGED_NIGHT, FLOOR, IMDB_SQLITE, RATINGS_NIGHT, WHOLE } from '../parts/bench-ingest.ts';
import type { IngestRow } from '../results.ts';
import type { Target } from './targets.ts';

const GIBIBYTE = 2 ** 30;
const AT_MOST = { more: false, unit: ' times' };

/** What the ingests are held to, as far as there are rows to compare. */
export function ingestTargets(ingests: readonly IngestRow[]): Target[] {
  const row = (name: string): IngestRow | undefined => ingests.find((one) => one.name === name);
  const [whole, peer, floor, night] = [row(WHOLE), row(IMDB_SQLITE), row(FLOOR), row(RATINGS_NIGHT)];
  const ours = [whole, night, row(CHANGED_NIGHT)].filter((one) => one !== undefined);
  const targets: Target[] = [];
  if (whole !== undefined && peer !== undefined) {
    const value = whole.seconds / peer.seconds;
    targets.push({ figure: 'whole ingest against imdb-sqlite', value, floor: 1 / 2, goal: 1 / 3, ...AT_MOST });
  }
  if (whole !== undefined && floor !== undefined) {
    const value = whole.seconds / floor.seconds;
    targets.push({ figure: 'whole ingest against zcat', value, floor: 9, goal: 6, ...AT_MOST });
  }
  if (ours.length > 0) {
    const value = Math.max(...ours.map(({ peakBytes }) => peakBytes)) / GIBIBYTE;
    targets.push({ figure: 'peak memory of an ingest', value, floor: 5, goal: 4, more: false, unit: ' GiB' });
  }
  if (whole !== undefined && night !== undefined) {
    const value = night.seconds / whole.seconds;
    targets.push({ figure: 'only ratings changed, against the whole', value, floor: 1 / 2, goal: 1 / 3, ...AT_MOST });
  }
  if (whole?.sizeBytes !== undefined && peer?.sizeBytes !== undefined) {
    const value = whole.sizeBytes / peer.sizeBytes;
    targets.push({ figure: 'size against imdb-sqlite', value, floor: 2 / 3, goal: 1 / 2, ...AT_MOST });
  }
  return targets;
}
