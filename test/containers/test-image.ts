import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { inject } from 'vitest';

import { createIngestLock } from '../../src/storage/files/lock.ts';
import { copyCheckout, plantPrivateFiles } from './checkout.ts';
import { engine, tryEngine } from './engine.ts';

/** By its whole name, because podman and compose complete a short one differently. */
const REPOSITORY = 'docker.io/library/marquee-test';
const FOLDER = 'image';
const POLL_MS = 200;

/**
 * The image of this checkout, with private files beside the code, built once in a run by whichever test file asks
 * first. Its layers stay in the engine's cache of builds, by which a later run takes seconds.
 */
export async function testImage(): Promise<string> {
  const folder = join(inject('runFolder'), FOLDER);
  const image = imageName(inject('runFolder'));
  const done = join(folder, 'done');
  const lock = createIngestLock(join(folder, 'image.lock'));
  while (!existsSync(done)) {
    const release = lock.acquire();
    if (release === null) {
      await sleep(POLL_MS);
      continue;
    }
    try {
      if (existsSync(done)) continue;
      const checkout = join(folder, 'checkout');
      await mkdir(checkout);
      await copyCheckout(checkout);
      await plantPrivateFiles(checkout);
      // The network of this machine, because a registry may be reached by it alone.
      await engine('build', '--network', 'host', '--tag', image, checkout);
      await writeFile(done, '');
    } finally {
      release();
    }
  }
  return image;
}

/** Removes the image of a run, and that which an upgrade has made of it. */
export async function removeTestImage(runFolder: string): Promise<void> {
  if (!existsSync(join(runFolder, FOLDER))) return;
  const image = imageName(runFolder);
  for (const name of [image, upgradedImage(image)]) await tryEngine('rmi', '--force', name);
}

/** The name of the image after an upgrade. */
export function upgradedImage(image: string): string {
  return `${image}-upgraded`;
}

function imageName(runFolder: string): string {
  return `${REPOSITORY}:${basename(runFolder)}`;
}
