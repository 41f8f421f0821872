import { once } from 'node:events';

import { expect, test } from 'vitest';

import { goBack } from '../../src/ingest/promote/go-back.ts';
import { ingestNights, randomFiles } from '../support/changing-nights.ts';
import { subscribe } from '../support/events.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { SILENT_LOG } from '../support/ingest.ts';
import { startMarquee } from '../support/start-marquee.ts';

const QUERY = 'subscription { datasetUpdated { buildId version } }';
/** More than there are workers, so that each has some. */
const CLIENTS = 8;

test(
  'datasetUpdated comes from every worker of what another process promotes, and a stop ends it at once',
  { timeout: 60_000 },
  async () => {
    const folder = newFolder('subscriptions');
    const folders = foldersIn(folder);
    const builds = await ingestNights(folders, [randomFiles(1), randomFiles(2)]);
    const settings = { PORT: '0', WORKERS: '2', VERSION_POLL_INTERVAL: '1', SCHEDULE: 'off', STOP_TIMEOUT: '20' };
    const marquee = startMarquee(['serve'], { folder, settings });
    const { url } = await marquee.line('listening', 2);
    const streams = await Promise.all(
      Array.from({ length: CLIENTS }, () => subscribe(`${String(url)}/graphql`, QUERY)),
    );
    // The log may come after the answers.
    await marquee.line('request', CLIENTS);
    const pids = new Set(marquee.lines('request').map(({ pid }) => pid));
    expect(pids.size).toBe(2);
    for (const at of [0, 1, 0]) {
      const { buildId, version } = await goBack(builds[at] ?? '', { folders, now: () => new Date(), log: SILENT_LOG });
      for (const stream of streams) {
        expect(await stream.next()).toMatchObject({ data: { data: { datasetUpdated: { buildId, version } } } });
      }
    }
    const ended = once(marquee.child, 'close');
    const began = performance.now();
    marquee.child.kill('SIGTERM');
    for (const stream of streams) {
      expect(await stream.next()).toEqual({ event: 'complete', data: null });
      expect(await stream.next()).toBeUndefined();
    }
    expect(await ended).toEqual([0, null]);
    // A stream that did not end would be cut off after half of STOP_TIMEOUT.
    expect(performance.now() - began).toBeLessThan(8000);
  },
);
