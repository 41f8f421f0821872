import { join } from 'node:path';

import { createLogger } from '../../../src/process/logger.ts';
import { ingestInto } from '../../support/ingest.ts';

/**
 * Ingests into a data folder and dies by SIGKILL at the nth named point, as `<point> <n>`: an event of the log, or
 * one of the calls to the surroundings (`now`, `promoted`).
 */
const [dataFolder = '', from = '', point = '', nth = '0'] = process.argv.slice(2);
let seen = 0;

function pass(name: string): void {
  if (name !== point) return;
  if (seen === Number(nth)) process.kill(process.pid, 'SIGKILL');
  seen += 1;
}

const outcome = await ingestInto(
  {
    downloads: join(dataFolder, 'downloads'),
    builds: join(dataFolder, 'parquet_builds'),
    meta: dataFolder,
    tmp: join(dataFolder, 'tmp'),
  },
  {
    from,
    run: { force: true },
    log: createLogger({
      level: 'info',
      pretty: false,
      destination: { write: (line) => pass((JSON.parse(line) as { event: string }).event) },
    }),
    now() {
      pass('now');
      return new Date();
    },
    onPromoted() {
      pass('promoted');
      return Promise.resolve();
    },
  },
);
console.log(outcome.status);
