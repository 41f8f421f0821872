import type { Config } from '../config.ts';
import { generateDemo } from '../demo/generate.ts';
import { startOrigin } from '../demo/origin.ts';
import { hasDemo, originFolder } from '../demo/stamp.ts';
import { serve } from '../service/serve.ts';
import type { ServeOptions } from '../service/serve.ts';
import type { Team } from '../service/team.ts';

export interface DemoOptions extends ServeOptions {
  team: Team;
  /** Size relative to the real IMDb, at most 1. */
  scale: number;
  seed: number;
}

const QUERY =
  '{ title(id: "tt0900001") { primaryTitle rating { average votes } cast(first: 3) { nodes { person { primaryName } } } } }';

/**
 * `marquee demo`: starts serving at once, generates the demo files if they are missing, publishes them on a local port
 * as IMDb does, and ingests them with the real pipeline.
 */
export async function demo(config: Config, { scale, seed, ...parts }: DemoOptions): Promise<void> {
  const { log, lifecycle, team } = parts;
  const http = { ...config.http, cors: [...config.http.cors, 'http://localhost:*'] };
  if (!team.leads) {
    await serve({ ...config, http }, parts);
    return;
  }
  const folder = originFolder(config.folders);
  const origin = await startOrigin({ folder });
  lifecycle.onStop('origin', () => origin.close());
  const served: Config = { ...config, http, ingest: { ...config.ingest, baseUrl: origin.url } };
  const ready = await hasDemo({ folder, scale, seed });
  const { nightly } = await serve(served, { ...parts, firstRun: false });
  if (!ready) {
    const started = performance.now();
    const { counts } = await generateDemo({ folder, scale, seed });
    log.info({ event: 'demo data made', scale, seed, ...counts, durationMs: Math.round(performance.now() - started) });
  }
  // Also if there is a build: it may have other data, from an interrupted run. New data is forced past the guards.
  await nightly?.ingest({ force: !ready });
}

/** Prints the address and an example query, before the first line of the log. */
export function announceDemo(port: number): void {
  const address = port === 0 ? 'at the address below' : `http://localhost:${port}/graphql`;
  process.stdout.write(`\n  GraphiQL  ${address}\n  Try       ${QUERY}\n\n`);
}
