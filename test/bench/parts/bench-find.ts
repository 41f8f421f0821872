import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { BenchContext } from '../bench-context.ts';
import { filesIn } from '../data/disk.ts';
import { FIND_WORKLOADS } from '../load/find-workloads.ts';
import { measureReads } from '../load/reads.ts';
import type { Ask, Subject } from '../load/reads.ts';
import { startMarquee, withoutCaches } from '../processes/start-server.ts';
import { currentBuild } from './bench-ingest.ts';

/** The subject, by which the goals find the rows. */
export const FINDING = 'marquee, one at a time';

/** Search, suggestions and filters, by one client, without application caches and with all files in the page cache. */
export async function benchFind({ dataFolder, folder, reading, say }: BenchContext): Promise<void> {
  say('search and filters');
  const build = await currentBuild(dataFolder);
  await readToTheEnd(
    (await filesIn(build)).filter(({ name }) => name.startsWith('lookup/')).map(({ name }) => join(build, name)),
  );
  const subject: Subject = { name: FINDING, target: 'marquee', caches: 'off' };
  const asks = FIND_WORKLOADS.map(({ name }): Ask => ({
    workload: name,
    distribution: 'uniform',
    pace: { clients: 1 },
  }));
  const server = await startMarquee({ dataFolder, logFolder: folder, settings: withoutCaches() });
  try {
    await measureReads({ server, subject, asks }, reading);
  } finally {
    await server.stop();
  }
}

async function readToTheEnd(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), nowhere);
  }
}
