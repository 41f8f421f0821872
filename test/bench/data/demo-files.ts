import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { UsageError } from '../../../src/errors.ts';
import { generateDemo } from '../../../src/demo/generate.ts';
import { hasDemo, STAMP_FILE } from '../../../src/demo/stamp.ts';
import type { DemoStamp } from '../../../src/demo/stamp.ts';

const SEED = 1;

/** The seven made-up files of a scale in a folder, made where they are not there. Answers with how long it took. */
export async function demoFiles({ folder, scale }: { folder: string; scale: number }): Promise<number> {
  if (await hasDemo({ folder, scale, seed: SEED })) return 0;
  const started = performance.now();
  await generateDemo({ folder, scale, seed: SEED });
  return (performance.now() - started) / 1000;
}

/**
 * The scale of files at hand.
 * @throws UsageError for a folder without made-up files.
 */
export async function scaleOf(folder: string): Promise<number> {
  const text = await readFile(join(folder, STAMP_FILE), 'utf8').catch((cause: unknown) => {
    throw new UsageError(`${folder} has no files of \`npm run demo\`, which say their scale: ${String(cause)}`, { cause });
  });
  return (JSON.parse(text) as DemoStamp).scale;
}
