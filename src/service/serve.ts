import { setTimeout as sleep } from 'node:timers/promises';

import type { Config } from '../config.ts';
import { commandOver } from '../dataset/builds/paths.ts';
import type { Folders } from '../dataset/builds/paths.ts';
import type { Progress } from '../ingest/outcomes/progress.ts';
import { schema } from '../graphql/schema.ts';
import { createGateway } from '../http/gateway.ts';
import { createAddressOf } from '../http/request/address/client-address.ts';
import { corsHeaders } from '../http/request/cors.ts';
import { checkRateRules, createRateLimits } from '../http/request/limits/rate-limits.ts';
import { createUsageStore } from '../http/request/limits/usage-store.ts';
import { startServer } from '../http/server.ts';
import type { Lifecycle } from '../process/lifecycle.ts';
import type { Logger } from '../process/logger.ts';
import { namedLogger } from '../process/logger.ts';
import { openStore } from '../store/builds/store.ts';
import type { Store } from '../store/builds/store.ts';
import { openAuditLog } from './administration/audit-log.ts';
import { openAdministration } from './open-administration.ts';
import { openAccess } from './open-access.ts';
import { readExamples } from './examples.ts';
import { followNightly } from './nightly/follow-nightly.ts';
import { openNightly } from './nightly/nightly.ts';
import type { Nightly } from './nightly/nightly.ts';
import { healthOf } from './health-of.ts';
import { leaseSource } from './lease-source.ts';
import { openLanes } from './open-lanes.ts';
import { pictureHost } from './picture-host.ts';
import { ALONE } from './team/team.ts';
import type { Team } from './team/team.ts';
import { programVersion } from '../process/program-version.ts';
import { makeWebApp, WEB_FOLDER } from './web-app.ts';

export interface ServeOptions {
  log: Logger;
  /** Releases everything that is opened here, in reverse order. */
  lifecycle: Lifecycle;
  /** The processes that serve together; by default this one alone. */
  team?: Team;
  /** Whether to ingest at once if there is no build or one of an older format; by default true. */
  firstRun?: boolean;
  now?: () => Date;
  /** Reasons why log lines are dropped, for `/health`. */
  logProblems?: () => readonly string[];
  /** Why there is no build, for clients who ask meanwhile; by default it names the first ingest. */
  whyNone?: () => string;
  /** Why IMDb's files may not be downloaded to the data folder, for who asks; they may if it is not given. */
  whyNoDownload?: string | undefined;
  progress?: Progress;
  /** Whether the data has odd lines and words on purpose, so that these are no warnings. */
  isMadeUp?: boolean;
}

export interface Serving {
  url: string;
  store: Store;
  /** Undefined if another process runs the ingests. */
  nightly: Nightly | undefined;
}

/** Share of the stop's time, after the drain delay, for requests in flight. */
const DRAIN_SHARE = 0.5;

/** `marquee serve`: opens the store, the gateway on its port, and the nightly ingest unless another process leads. */
export async function serve(
  config: Config,
  {
    log,
    lifecycle,
    team = ALONE,
    firstRun = true,
    now = () => new Date(),
    logProblems = () => [],
    ...rest
  }: ServeOptions,
): Promise<Serving> {
  checkRateRules(config.http.rateLimits, { schema, hasCosts: config.bounds.cost.mode !== 'off' });
  const store = await openStore({
    ...config.store,
    // The leading process scrubs for the team; the others learn of what it finds.
    scrub: team.leads ? config.store.scrub : undefined,
    folders: config.folders,
    log: namedLogger(log, 'store'),
  });
  lifecycle.onStop('store', () => store.close());
  const audit = openAuditLog({ folder: config.folders.meta, log: namedLogger(log, 'administration'), now });
  const parts = {
    store,
    team,
    log,
    lifecycle,
    audit,
    now,
    logProblems,
    progress: rest.progress,
    isMadeUp: rest.isMadeUp,
  };
  const own = team.leads ? await openNightly(config, parts) : undefined;
  const nightly = own ?? (await followNightly(config, parts));
  const stopping = new AbortController();
  const { signal } = stopping;
  const administration = await openAdministration(config, {
    ...parts,
    own,
    state: nightly,
    signal,
    whyNoDownload: rest.whyNoDownload,
  });
  const whyNone = rest.whyNone ?? (() => whyNoBuild(config.folders, nightly.isRunning()));
  const httpLog = namedLogger(log, 'http');
  const leases = leaseSource(store, whyNone);
  const { graphql, caching, promotions } = openLanes(config, { store, leases, administration, team, log: httpLog });
  const { logAddresses, rateLimits: rules } = config.http;
  const shared = team !== ALONE;
  const gateway = createGateway({
    graphql,
    needsToken: config.access.needsToken,
    introspection: config.access.introspection,
    caching,
    log: httpLog,
    logAddresses,
    rateLimits:
      rules.length === 0
        ? undefined
        : createRateLimits({ rules, store: createUsageStore(rules, { shared }), log: httpLog }),
    serviceVersion: programVersion(),
    graphiql: config.http.graphiql,
    webFolder: config.http.webApp ? WEB_FOLDER : undefined,
    pictures: pictureHost(config.tmdb, store),
    maxBodyBytes: config.http.maxBodyBytes,
    examples: readExamples(),
    health: () => healthOf({ store, nightly }, whyNone),
  });
  const server = await startServer({
    gateway,
    host: config.http.host,
    port: config.http.port,
    admission: { ...config.http.admission, identify: openAccess(config, { log: httpLog, shared }) },
    cors: corsHeaders(config.http.cors),
    addressOf: createAddressOf(config.http.trustedProxies),
    log: httpLog,
    logAddresses,
    mostSockets: config.http.mostSockets,
    mostUnreadBytes: UNREAD_ANSWERS * config.bounds.answer.bytes,
  });
  lifecycle.onStop('http', () => server.close((config.stopMs - config.drainMs) * DRAIN_SHARE));
  // Once readiness is 503: whoever subscribes again does so elsewhere.
  lifecycle.onStop('subscriptions', () => {
    stopping.abort(new Error('the service is stopping'));
    promotions.end();
  });
  if (config.http.webApp && team.leads) void makeWebApp(log);
  own?.start({ firstRun });
  // Released first: readiness becomes 503 while everything else still answers.
  lifecycle.onStop('readiness', async () => {
    server.drain();
    await sleep(config.drainMs);
  });
  log.info({ event: 'listening', url: server.url });
  return { url: server.url, store, nightly: own };
}

/** Number of largest answers that may wait in memory for their clients to read. */
const UNREAD_ANSWERS = 8;

function whyNoBuild(folders: Folders, isIngesting: boolean): string {
  return isIngesting
    ? 'There is no dataset yet: the first ingest is running. /health says when it is done.'
    : `There is no dataset yet, and no ingest is running here: ${commandOver(folders, 'ingest')} makes one.`;
}
