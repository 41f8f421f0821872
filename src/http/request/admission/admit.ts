import { acceptedForms } from '../answers/accepted-forms.ts';
import type { Exchange, RequestHandler } from '../exchange.ts';
import { hostTest } from './hosts.ts';
import type { Refusal, Refusals } from './refuse.ts';
import type { Sockets } from './sockets.ts';

export interface AdmissionOptions {
  /** Names under which the server may be asked, without ports; any by default. */
  hosts?: readonly string[];
  /** Requests that are answered at a time; as many as come by default. */
  mostRequests?: number;
}

/** Settings of admission, and what it counts. */
export interface Admission extends AdmissionOptions {
  sockets: Pick<Sockets, 'busy' | 'busyOn'>;
  refusals: Refusals;
}

/** Requests that came on one socket before the first of them was answered. No client needs more. */
const MOST_PIPELINED = 32;
/** Probes of an orchestrator name an address for a host. */
const PROBES = new Set(['/livez', '/readyz']);
/** How the service is can be asked however many others ask something. */
const STATES = new Set([...PROBES, '/health']);

/** Takes in what may be asked, as long as there is room for more. A request counts as busy when it gets here. */
export function admit(
  next: RequestHandler,
  { hosts = [], mostRequests = Infinity, sockets, refusals }: Admission,
): RequestHandler {
  const testHost = hostTest(hosts);

  /** Why a request goes no further; undefined where it does. */
  function refusalOf({ request, method, path }: Exchange): Refusal | undefined {
    const host = testHost(request);
    if (host === 'malformed') return WRONG_HOST;
    // A browser asks whether it may ask, and must be told before a page can read why it may not.
    const isPreflight = method === 'OPTIONS';
    if (host === 'other' && !isPreflight && !PROBES.has(path)) {
      const message = `This server is not ${String(request.headers.host)}: ask it by its own name (ALLOWED_HOSTS).`;
      return { status: 421, code: 'BAD_USER_INPUT', message };
    }
    const isFull = (sockets.busy > mostRequests && !isPreflight) || sockets.busyOn(request.socket) > MOST_PIPELINED;
    if (isFull && !STATES.has(path)) return TOO_MANY;
    return acceptedForms(request.headers['accept-encoding']).length === 0 ? NOTHING_ACCEPTED : undefined;
  }

  return (exchange) => {
    const refusal = refusalOf(exchange);
    if (refusal !== undefined) return refusals.refuse(exchange, refusal);
    if (exchange.awaitsContinue) exchange.response.writeContinue();
    return next(exchange);
  };
}

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
