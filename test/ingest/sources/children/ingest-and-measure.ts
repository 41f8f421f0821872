import process from 'node:process';

import { foldersIn } from '../../../../src/dataset/builds/paths.ts';
import type { Step } from '../../../../src/ingest/outcomes/outcome.ts';
import { ingestInto } from '../../../support/ingest.ts';

/** Ingests into a data folder, all steps or one, and says as JSON how it ended and the most memory it took, in MiB. */
const [dataFolder = '', from = '', only] = process.argv.slice(2);

const outcome = await ingestInto(foldersIn(dataFolder), {
  from,
  memoryLimit: '256MiB',
  run: only === undefined ? {} : { steps: [only as Step] },
});
console.log(JSON.stringify({ outcome, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));
