import type { RequestHandler } from '../../server.ts';
import { hostTest } from './hosts.ts';
import type { Refusals } from './refuse.ts';
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
/** How the service is can be asked however many others ask something. */
const STATE = /^\/(?:livez|readyz|health)(?:\?|$)/;
/** Probes of an orchestrator name an address for a host. */
const PROBE = /^\/(?:livez|readyz)(?:\?|$)/;

/** Takes in what may be asked, as long as there is room for more. A request counts as busy when it gets here. */
export function admit(
  next: RequestHandler,
  { hosts = [], mostRequests = Infinity, sockets, refusals }: Admission,
): RequestHandler {
  const testHost = hostTest(hosts);
  return (request, response, context) => {
    const { url = '', method } = request;
    const host = testHost(request);
    if (host === 'malformed') {
      const message = 'The request needs one "host" header, which names a host.';
      const headers = { connection: 'close' };
      return refusals.refuse(response, { status: 400, code: 'BAD_USER_INPUT', message, headers });
    }
    // A browser asks whether it may ask, and must be told before a page can read why it may not.
    const isPreflight = method === 'OPTIONS';
    if (host === 'other' && !isPreflight && !PROBE.test(url)) {
      const message = `This server is not ${String(request.headers.host)}: ask it by its own name (ALLOWED_HOSTS).`;
      return refusals.refuse(response, { status: 421, code: 'BAD_USER_INPUT', message });
    }
    const isFull = (sockets.busy > mostRequests && !isPreflight) || sockets.busyOn(request.socket) > MOST_PIPELINED;
    if (isFull && !STATE.test(url)) {
      const message = 'Too many requests are being answered: try again in a moment.';
      const headers = { 'retry-after': '1', connection: 'close' };
      return refusals.refuse(response, { status: 503, code: 'OVERLOADED', message, headers });
    }
    return next(request, response, context);
  };
}
