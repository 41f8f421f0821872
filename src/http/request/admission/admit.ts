import { CLIENT_ERROR_STATUS, ClientError } from '../../../errors.ts';
import type { Client } from '../access/client.ts';
import type { Identify } from '../access/identify.ts';
import { acceptedForms } from '../answers/accepted-forms.ts';
import type { Exchange, RequestHandler } from '../exchange.ts';
import { errorHeaders } from '../graphql/request-error.ts';
import { hostTest } from './hosts.ts';
import type { Refusal, Refusals } from './refuse.ts';
import type { Sockets } from './sockets.ts';

export interface AdmissionOptions {
  /** Host names of the server, without ports; any by default. */
  hosts?: readonly string[];
  /** Largest number of requests that are answered at the same time; unlimited by default. */
  mostRequests?: number;
  /** Finds who asks; everybody is anonymous by default. */
  identify?: Identify | undefined;
}

/** Admission's settings and dependencies. */
export interface Admission extends AdmissionOptions {
  sockets: Pick<Sockets, 'busy' | 'busyOn'>;
  refusals: Refusals;
}

/** Largest number of unanswered requests on one socket. No client needs more. */
const MOST_PIPELINED = 32;
/** An orchestrator's probes send an address as host, so the host of these paths is not checked. */
const PROBES = new Set(['/livez', '/readyz']);
/** The state of the service can be requested under any load. */
const STATES = new Set([...PROBES, '/health']);

/**
 * Admits or refuses requests: by host, number of requests in flight, accepted encodings, and token. A request is counted
 * as busy before it gets here.
 */
export function admit(
  next: RequestHandler,
  { hosts = [], mostRequests = Infinity, identify, sockets, refusals }: Admission,
): RequestHandler {
  const testHost = hostTest(hosts);

  /** The reason to refuse a request; undefined if it is admitted. */
  function refusalOf({ request, method, path }: Exchange): Refusal | undefined {
    const host = testHost(request);
    if (host === 'malformed') return WRONG_HOST;
    // A preflight is never refused: without its answer a page could not read why the request itself is refused.
    const isPreflight = method === 'OPTIONS';
    if (host === 'other' && !isPreflight && !PROBES.has(path)) {
      const message = `This server is not ${String(request.headers.host)}: ask it by its own name (ALLOWED_HOSTS).`;
      return { status: 421, code: 'BAD_USER_INPUT', message };
    }
    const isFull = (sockets.busy > mostRequests && !isPreflight) || sockets.busyOn(request.socket) > MOST_PIPELINED;
    if (isFull && !STATES.has(path)) return TOO_MANY;
    return acceptedForms(request.headers['accept-encoding']).length === 0 ? NOTHING_ACCEPTED : undefined;
  }

  function pass(exchange: Exchange): unknown {
    if (exchange.awaitsContinue) exchange.response.writeContinue();
    return next(exchange);
  }

  async function passKnown(exchange: Exchange, finding: Promise<Client>): Promise<void> {
    try {
      exchange.client = await finding;
    } catch (error) {
      refusals.refuse(exchange, refusalFor(error));
      return;
    }
    await pass(exchange);
  }

  return (exchange) => {
    const refusal = refusalOf(exchange);
    if (refusal !== undefined) return refusals.refuse(exchange, refusal);
    const { request, method, path } = exchange;
    if (identify === undefined || method === 'OPTIONS' || PROBES.has(path)) return pass(exchange);
    const client = identify(request.headers.authorization, exchange.client);
    if (client instanceof Promise) return passKnown(exchange, client);
    return pass(exchange);
  };
}

/** The answer to a request whose token is not accepted. */
function refusalFor(error: unknown): Refusal {
  if (!(error instanceof ClientError)) return UNEXPECTED;
  const { code, message } = error;
  const isWrong = code === 'UNAUTHENTICATED';
  const headers = isWrong
    ? { 'www-authenticate': 'Bearer realm="marquee", error="invalid_token"' }
    : errorHeaders(error);
  return { status: CLIENT_ERROR_STATUS[code], code, message, ...(headers && { headers }) };
}

const UNEXPECTED: Refusal = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error.' };
const WRONG_HOST: Refusal = {
  status: 400,
  code: 'BAD_USER_INPUT',
  message: 'The request needs one "host" header, which names a host.',
  headers: { connection: 'close' },
};
const TOO_MANY: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'Too many requests are being answered: try again in a moment.',
  headers: { 'retry-after': '1', connection: 'close' },
};
const NOTHING_ACCEPTED: Refusal = {
  status: 406,
  code: 'BAD_USER_INPUT',
  message: 'No form of the answer fits the header "accept-encoding": allow br, gzip or identity, or leave it out.',
};
