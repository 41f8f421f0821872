import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { BenchContext } from '../bench-context.ts';
import { filesIn } from '../data/disk.ts';
import { FIND_WORKLOADS } from '../load/find-workloads.ts';
import { currentBuild } from './bench-ingest.ts';
import { measureOneByOne } from './measure-one-by-one.ts';

/** Search, suggestions and filters, by one client, without application caches and with all files in the page cache. */
export async function benchFind(context: BenchContext): Promise<void> {
  context.say('search and filters');
  const build = await currentBuild(context.dataFolder);
  await readToTheEnd(
    (await filesIn(build)).filter(({ name }) => name.startsWith('lookup/')).map(({ name }) => join(build, name)),
  );
  await measureOneByOne(context, FIND_WORKLOADS);
}

async function readToTheEnd(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), nowhere);
  }
}
