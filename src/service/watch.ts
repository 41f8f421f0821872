import type { Config } from '../config.ts';
import { createHttpRequest } from '../ingest/sources/http/http-request.ts';
import type { HttpRequest } from '../ingest/sources/http/http-request.ts';
import type { LastRun } from '../ingest/last-run.ts';
import type { Logger } from '../process/logger.ts';
import type { StoreState } from '../store/builds/store.ts';

export interface WatchOptions {
  config: Config['watch'];
  state: () => StoreState;
  lastRun: () => Promise<LastRun | undefined>;
  lastRepair?: () => Promise<LastRun | undefined>;
  now: () => Date;
  log: Logger;
  /** Whether another process logs and posts the warnings. */
  quiet?: boolean;
  /** How the webhook is asked; without proxies by default. */
  request?: HttpRequest;
}

export interface Watch {
  /** What is wrong now, one sentence each: for `/health`. */
  warnings(): readonly string[];
  /** How the last run ended, whichever process ran it. */
  lastRun(): LastRun | undefined;
  /** How the last repair or rebuild ended. */
  lastRepair(): LastRun | undefined;
  /** Looks now: after a run. */
  look(): Promise<void>;
  stop(): void;
}

const LOOK_EVERY_MS = 60_000;
const WEBHOOK_TIMEOUT_MS = 10_000;
const DAY_MS = 86_400_000;

/** Warns of what an operator must know: the data is old, a run failed, the build is not what it should be. */
export function startWatch({
  config,
  state,
  lastRun,
  lastRepair = () => Promise.resolve(undefined),
  now,
  log,
  quiet = false,
  request = createHttpRequest(),
}: WatchOptions): Watch {
  let last: LastRun | undefined;
  let repaired: LastRun | undefined;
  let warned = new Set<string>();

  function warnings(): string[] {
    const { build, problems } = state();
    return [...problems, ...staleness(build), ...failure(last)];
  }

  function staleness(build: StoreState['build']): string[] {
    if (build === null) return [];
    // A build is as old as the check that found nothing newer.
    const checked = last?.upToDate?.buildId === build.id ? last.upToDate.at : build.builtAt;
    const ageMs = now().getTime() - Math.max(Date.parse(build.builtAt), Date.parse(checked));
    if (ageMs > config.staleAfterMs) {
      return [`the data was last found up to date ${Math.floor(ageMs / DAY_MS)} days ago, see the log for why`];
    }
    // Whoever says every night that nothing is new is a proxy that keeps old answers, or a mirror that nobody feeds.
    const frozenMs = now().getTime() - Date.parse(build.changedAt);
    if (frozenMs <= config.staleAfterMs) return [];
    return [
      `what is downloaded has not changed for ${Math.floor(frozenMs / DAY_MS)} days, IMDb's own files change daily`,
    ];
  }

  async function look(): Promise<void> {
    [last, repaired] = await Promise.all([lastRun(), lastRepair()]);
    if (quiet) return;
    const current = warnings();
    const fresh = current.filter((warning) => !warned.has(kindOf(warning)));
    warned = new Set(current.map(kindOf));
    for (const warning of fresh) log.warn({ event: 'warning', warning });
    // Nobody waits for it: a webhook that hangs must not hold up a start.
    if (fresh.length > 0) void tell(fresh);
  }

  /** Never rejects. */
  async function tell(fresh: readonly string[]): Promise<void> {
    if (config.webhook === undefined) return;
    const body = JSON.stringify({
      service: 'marquee',
      time: now().toISOString(),
      warnings: fresh,
      build: state().build,
    });
    try {
      const headers = new Headers({ 'content-type': 'application/json' });
      const signal = AbortSignal.timeout(WEBHOOK_TIMEOUT_MS);
      const response = await request(new URL(config.webhook), { method: 'POST', headers, body, signal });
      response.cancel();
      if (response.status >= 300) log.error({ event: 'webhook failed', status: response.status });
    } catch (error) {
      log.error({ event: 'webhook failed', err: error });
    }
  }

  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ event: 'watch failed', err: error }));
  }, LOOK_EVERY_MS);
  timer.unref();
  return { warnings, lastRun: () => last, lastRepair: () => repaired, look, stop: () => clearInterval(timer) };
}

/** The state with these problems more. */
export function withProblems(state: StoreState, problems: readonly (string | undefined)[]): StoreState {
  return { ...state, problems: [...state.problems, ...problems.filter((problem) => problem !== undefined)] };
}

/** What is said once is not said again because it lasts: days, lines and values are counted on. */
function kindOf(warning: string): string {
  return warning.replaceAll(/[0-9]+ (of|days|lines|values)\b/g, '$1');
}

/** Files by their last part but for those of a command to type, and no address: `/health` is for everybody, the log has them whole. */
export function withoutPlaces(text: string): string {
  return text
    .replaceAll(/"https?:\/\/[^"]*"/g, 'another address')
    .replaceAll(/https?:\/\/\S+/g, 'the server')
    .replaceAll(/(?<!\S)(?!`DATA_DIR=)\S*\/(\S*)/g, '$1');
}

function failure(last: LastRun | undefined): string[] {
  if (last === undefined || (last.status !== 'failed' && last.status !== 'rejected')) return [];
  return [
    `the ingest of ${last.startedAt} was ${last.status === 'failed' ? 'not finished' : 'refused'}: ${withoutPlaces(last.reason ?? '')}`,
  ];
}
