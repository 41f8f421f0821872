import { createInterface } from 'node:readline';

import { createIngestLock } from '../../../src/storage/files/lock.ts';

/** Takes and frees the lock whose path it is given, as it is told on standard input. */
const lock = createIngestLock(process.argv[2] ?? '');
let release: (() => void) | null = null;

createInterface(process.stdin).on('line', (word) => {
  if (word === 'acquire') {
    release = lock.acquire();
    console.log(release === null ? 'busy' : 'held');
  } else {
    release?.();
    console.log('free');
  }
});
