import type { Config } from '../../config.ts';
import { createHttpRequest } from '../../ingest/sources/http/http-request.ts';
import type { HttpRequest } from '../../ingest/sources/http/http-request.ts';
import type { LastRun } from '../../ingest/last-run.ts';
import type { LearnedTime } from '../../ingest/update-time/learn-time.ts';
import type { Logger } from '../../process/logger.ts';
import type { StoreState } from '../../store/builds/store.ts';

export interface WatchOptions {
  config: Config['watch'];
  state: () => StoreState;
  lastRun: () => Promise<LastRun | undefined>;
  lastRepair?: () => Promise<LastRun | undefined>;
  learnedTime?: () => Promise<LearnedTime>;
  now: () => Date;
  log: Logger;
  /** Whether another process logs and posts the warnings instead. */
  quiet?: boolean;
  /** HTTP client for the webhook; by default without proxies. */
  request?: HttpRequest;
}

export interface Watch {
  /** Current warnings for `/health`, one sentence each. */
  warnings(): readonly string[];
  /** The last run, in whichever process it was. */
  lastRun(): LastRun | undefined;
  /** How the last repair or rebuild ended. */
  lastRepair(): LastRun | undefined;
  /** When the files are published, as the last nights have taught. */
  learnedTime(): LearnedTime;
  /** Looks now: after a run. */
  look(): Promise<void>;
  stop(): void;
}

const NOTHING_LEARNED: LearnedTime = { time: undefined, nights: 0 };
const LOOK_EVERY_MS = 60_000;
const WEBHOOK_TIMEOUT_MS = 10_000;
const DAY_MS = 86_400_000;

/** Watches for what an operator must know: old data, a failed run, a damaged build. */
export function startWatch({
  config,
  state,
  lastRun,
  lastRepair = () => Promise.resolve(undefined),
  learnedTime = () => Promise.resolve(NOTHING_LEARNED),
  now,
  log,
  quiet = false,
  request = createHttpRequest(),
}: WatchOptions): Watch {
  let last: LastRun | undefined;
  let repaired: LastRun | undefined;
  let learned = NOTHING_LEARNED;
  let warned = new Set<string>();

  function warnings(): string[] {
    const { build, problems } = state();
    return [...problems, ...staleness(build), ...failure(last)];
  }

  function staleness(build: StoreState['build']): string[] {
    if (build === null) return [];
    // A build counts as fresh from the last check that found nothing newer.
    const checked = last?.upToDate?.buildId === build.id ? last.upToDate.at : build.builtAt;
    const ageMs = now().getTime() - Math.max(Date.parse(build.builtAt), Date.parse(checked));
    if (ageMs > config.staleAfterMs) {
      return [`the data was last found up to date ${Math.floor(ageMs / DAY_MS)} days ago, see the log for why`];
    }
    // No change for days means a proxy with stale responses, or a mirror that is no longer updated.
    const frozenMs = now().getTime() - Date.parse(build.changedAt);
    if (frozenMs <= config.staleAfterMs) return [];
    return [
      `what is downloaded has not changed for ${Math.floor(frozenMs / DAY_MS)} days, IMDb's own files change daily`,
    ];
  }

  async function look(): Promise<void> {
    [last, repaired, learned] = await Promise.all([lastRun(), lastRepair(), learnedTime()]);
    if (quiet) return;
    const current = warnings();
    const fresh = current.filter((warning) => !warned.has(kindOf(warning)));
    warned = new Set(current.map(kindOf));
    for (const warning of fresh) log.warn({ event: 'warning', warning });
    // Not awaited: a webhook that hangs must not delay a start.
    if (fresh.length > 0) void tell(fresh);
  }

  /** Posts warnings to the webhook. Never rejects. */
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
  return {
    warnings,
    lastRun: () => last,
    lastRepair: () => repaired,
    learnedTime: () => learned,
    look,
    stop: () => clearInterval(timer),
  };
}

/** The state with additional problems. */
export function withProblems(state: StoreState, problems: readonly (string | undefined)[]): StoreState {
  return { ...state, problems: [...state.problems, ...problems.filter((problem) => problem !== undefined)] };
}

/** A warning without its counts, which change while it lasts: it is logged and posted only once. */
function kindOf(warning: string): string {
  return warning.replaceAll(/[0-9]+ (of|days|lines|values)\b/g, '$1');
}

/** Files by their last part but for those of a command to type, and no address: `/health` is for everybody, the log has them whole. */
export function withoutAddresses(text: string): string {
  return text
    .replaceAll(/"https?:\/\/[^"]*"/g, 'another address')
    .replaceAll(/https?:\/\/\S+/g, 'the server')
    .replaceAll(/(?<!\S)(?!`DATA_DIR=)\S*\/(\S*)/g, '$1');
}

function failure(last: LastRun | undefined): string[] {
  if (last === undefined || (last.status !== 'failed' && last.status !== 'rejected')) return [];
  return [
    `the ingest of ${last.startedAt} was ${last.status === 'failed' ? 'not finished' : 'refused'}: ${withoutAddresses(last.reason ?? '')}`,
  ];
}
