import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { openOrigin } from './origin.ts';

const HELD = 'title.ratings.tsv.gz';

/** An origin that keeps one file back until it is told to give it: an ingest goes on until then. */
export async function openHeldOrigin(files: string): Promise<{ url: string; give: () => void }> {
  const origin = await openOrigin(files);
  onTestFinished(() => origin.close());
  const given = Promise.withResolvers<Buffer>();
  origin.answer(HELD, (_, response) => void given.promise.then((body) => response.end(body)));
  return { url: origin.url, give: () => given.resolve(readFileSync(join(files, HELD))) };
}
