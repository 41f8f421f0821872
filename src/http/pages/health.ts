import type { Logger } from '../../process/logger.ts';
import { sendJson } from '../request/answers/plain-answers.ts';
import type { RequestHandler } from '../request/exchange.ts';

/** State of the service, from the composition root. */
export interface HealthState {
  /** The build that is served; null while there is none. */
  build: { id: string; version: number; builtAt: string } | null;
  /** Whether its database has failed, so that it is being opened again. */
  isLost?: boolean;
  /** Why there is none, and what to do. */
  whyNone?: string;
  /** Sentences for the operator. If there is one, the status is `degraded`. */
  warnings: readonly string[];
  /** Further keys of `/health`, such as the state of the last ingest. */
  extra?: Readonly<Record<string, unknown>>;
}

export interface HealthOptions {
  health: () => HealthState;
  serviceVersion: string;
  log: Logger;
  /** Whether reading needs a token; false by default. */
  needsToken?: boolean;
  /** Current time in milliseconds since 1970; the system clock by default. */
  now?: () => number;
}

/**
 * Handlers by path: `/livez` tells that the process responds, `/readyz` whether it should get requests (503 while it
 * drains, has no build, or opens one again whose database has failed), `/health` the state in detail, always with status 200. Where reading needs a token, clients
 * without one get only its status.
 */
export function createHealth(options: HealthOptions): ReadonlyMap<string, RequestHandler> {
  const { health, serviceVersion, log, needsToken = false, now = Date.now } = options;

  function read(): HealthState {
    try {
      return health();
    } catch (err) {
      log.error({ event: 'health failed', err });
      const unread = 'The state of the service could not be read; see its log.';
      return { build: null, whyNone: unread, warnings: [unread] };
    }
  }

  function report(): Record<string, unknown> {
    const { build, warnings, extra } = read();
    const time = now();
    return {
      status: build === null ? 'unavailable' : warnings.length > 0 ? 'degraded' : 'ok',
      service: 'marquee',
      serviceVersion,
      time: new Date(time).toISOString(),
      dataLoaded: build !== null,
      buildId: build?.id ?? null,
      version: build?.version ?? null,
      builtAt: build?.builtAt ?? null,
      ageSeconds: build === null ? null : Math.max(0, Math.round((time - Date.parse(build.builtAt)) / 1000)),
      warnings,
      ...extra,
    };
  }

  function readiness(draining: boolean): { status: number; body: { status: string; reason?: string } } {
    if (draining) return notReady('draining', 'The service is stopping and takes no new requests.');
    const { build, isLost = false, whyNone = 'There is no dataset yet.' } = read();
    if (build === null) return notReady('no-dataset', whyNone);
    if (isLost) return notReady('reopening', 'The database has failed and is being opened again.');
    return { status: 200, body: { status: 'ready' } };
  }

  return new Map<string, RequestHandler>([
    ['/livez', (exchange) => sendJson(exchange, { status: 200, text: JSON.stringify({ status: 'alive' }) })],
    [
      '/readyz',
      (exchange) => {
        const { status, body } = readiness(exchange.isDraining);
        sendJson(exchange, { status, text: JSON.stringify(body) });
      },
    ],
    [
      '/health',
      (exchange) => {
        const whole = report();
        const isHidden = needsToken && exchange.client.role === 'ANONYMOUS';
        sendJson(exchange, { status: 200, text: JSON.stringify(isHidden ? { status: whole['status'] } : whole) });
      },
    ],
  ]);
}

function notReady(status: string, reason: string): { status: number; body: { status: string; reason: string } } {
  return { status: 503, body: { status, reason } };
}
