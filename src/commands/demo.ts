import { join } from 'node:path';

import type { Config } from '../config.ts';
import { generateDemo } from '../demo/generate.ts';
import { startOrigin } from '../demo/origin.ts';
import { hasDemo, originFolder } from '../demo/stamp.ts';
import { SILENT_PROGRESS } from '../ingest/outcomes/progress.ts';
import type { Progress } from '../ingest/outcomes/progress.ts';
import { serve } from '../service/serve.ts';
import type { ServeOptions } from '../service/serve.ts';
import type { Team } from '../service/team/team.ts';
import { demoBanner } from './demo-banner.ts';
import { mirrorDemoTmdb, startDemoTmdb, withDemoTmdb } from './demo-tmdb.ts';
import { createProgressBars } from './console/progress-bars.ts';
import { isForPeople } from './serving.ts';
import type { ServingParts } from './serving.ts';

export interface DemoOptions extends ServeOptions, Pick<ServingParts, 'setQuiet'> {
  team: Team;
  /** Size relative to the real IMDb, at most 1. */
  scale: number;
  seed: number;
  /** Whether a made-up TMDB is published and mirrored too. */
  tmdb: boolean;
  /** The data folder as it was given, for people. */
  dataDir: string;
}

/** Origins of pages on this machine, which the demo lets read its answers. */
const LOCAL_ORIGINS = ['http://localhost:*', 'http://127.0.0.1:*'];

const STILL_MADE =
  'The demo is still being made: it takes half a minute, or longer at a larger scale. /readyz says when it is there.';

const NOT_MADE = 'The demo could not be made: its log says why. Start it again to try once more.';

/**
 * `marquee demo`: starts serving at once, generates the demo files if they are missing, publishes them on a local port
 * as IMDb does, ingests them with the real pipeline, and says what there is to see when all of that is done. With `tmdb`
 * the mirror of a made-up TMDB and a second ingest follow.
 */
export async function demo(
  config: Config,
  { scale, seed, dataDir, setQuiet, tmdb, ...parts }: DemoOptions,
): Promise<void> {
  const { log, lifecycle, team } = parts;
  const http = { ...config.http, cors: [...new Set([...config.http.cors, ...LOCAL_ORIGINS])] };
  let hasFailed = false;
  const whyNone = (): string => (hasFailed ? NOT_MADE : STILL_MADE);
  const asDemo = { ...parts, firstRun: false, whyNone, isMadeUp: true };
  const folder = originFolder(config.folders);
  // In each process: any may be told to download, and IMDb's files are not for the folder of a demo.
  const origin = await startOrigin({ folder });
  lifecycle.onStop('origin', () => origin.close());
  const tmdbOrigin = tmdb ? await startDemoTmdb({ scale, seed }, config.http) : undefined;
  lifecycle.onStop('tmdb origin', () => tmdbOrigin?.close());
  const proxies = [origin, tmdbOrigin].reduce((all, one) => withoutProxy(one?.url, all), config.network.proxies);
  const network = { ...config.network, proxies };
  // A folder of its own: EXTRACT_DIR may be that of IMDb's texts.
  const folders = { ...config.folders, extracted: join(config.folders.meta, 'extracted') };
  const ingest = { ...config.ingest, baseUrl: origin.url };
  const served = withDemoTmdb({ ...config, folders, http, network, ingest }, tmdbOrigin);
  if (!team.leads) {
    await serve(served, asDemo);
    return;
  }
  const ready = await hasDemo({ folder, scale, seed });
  const isShown = isForPeople(config) && process.stderr.isTTY;
  const progress = isShown ? createProgressBars({ lines: false }) : SILENT_PROGRESS;
  const { nightly, url } = await serve(served, { ...asDemo, progress });
  setQuiet(isShown);
  try {
    if (!ready) {
      const started = performance.now();
      const { counts } = await generateDemo({ folder, scale, seed, onProgress: barOf(progress) });
      progress.stop();
      const durationMs = Math.round(performance.now() - started);
      log.info({ event: 'demo data made', scale, seed, ...counts, durationMs });
    }
    // Also if there is a build: it may have other data, from an interrupted run. New data is forced past the guards.
    const outcome = await nightly?.ingest({ force: !ready, startedBy: 'command line' });
    hasFailed = outcome?.status === 'failed' || outcome?.status === 'rejected';
    const isMade = outcome?.status === 'promoted' || outcome?.status === 'unchanged';
    if (!isMade) return;
    if (tmdbOrigin !== undefined) {
      const mirrored = await mirrorDemoTmdb(served, { scale, seed, log, lifecycle, progress });
      if (mirrored.status === 'stopped') return;
      await nightly?.ingest({ startedBy: 'command line' });
    }
    process.stdout.write(demoBanner({ url, dataDir, tmdbUrl: tmdbOrigin?.url }));
  } finally {
    setQuiet(false);
  }
}

/** Proxies of the settings, by way of which a server of this machine is not asked. */
function withoutProxy(url: string | undefined, proxies: Config['network']['proxies']): Config['network']['proxies'] {
  if (url === undefined) return proxies;
  return { ...proxies, NO_PROXY: [proxies.NO_PROXY, new URL(url).host].filter(Boolean).join(',') };
}

/** One bar for the titles and names of all files. */
function barOf(progress: Progress): (made: { done: number; total: number }) => void {
  let bar: ReturnType<Progress['begin']> | undefined;
  let before = 0;
  return ({ done, total }) => {
    bar ??= progress.begin('made-up films', { total, unit: 'titles and names' });
    bar.advance(done - before);
    before = done;
    if (done === total) bar.done();
  };
}
