import type { RequestHandler } from '../server.ts';
import { hostTest } from './hosts.ts';
import { createLoad } from './load.ts';
import { refuse } from './refuse.ts';

export interface AdmissionOptions {
  /** Names under which the server may be asked, without ports; any by default. */
  hosts?: readonly string[];
  /** Requests that are answered at a time; as many as come by default. */
  mostRequests?: number;
}

/** How the service is can be asked however many others ask something. */
const STATE = /^\/(?:livez|readyz|health)(?:\?|$)/;
/** Probes of an orchestrator name an address for a host. */
const PROBE = /^\/(?:livez|readyz)(?:\?|$)/;

/** Takes in what may be asked, as long as there is room for more. */
export function admit(next: RequestHandler, { hosts = [], mostRequests = Infinity }: AdmissionOptions): RequestHandler {
  const testHost = hostTest(hosts);
  const load = createLoad({ most: mostRequests });
  return (request, response, context) => {
    const { url = '' } = request;
    const host = testHost(request);
    if (host === 'malformed') {
      const message = 'The request needs one "host" header, which names a host.';
      return refuse(response, { status: 400, code: 'BAD_USER_INPUT', message, headers: { connection: 'close' } });
    }
    if (host === 'other' && !PROBE.test(url)) {
      const message = `This server is not ${String(request.headers.host)}: ask it by its own name (ALLOWED_HOSTS).`;
      return refuse(response, { status: 421, code: 'BAD_USER_INPUT', message });
    }
    if (!STATE.test(url) && !load.take(request, response)) {
      const message = 'Too many requests are being answered: try again in a moment.';
      const headers = { 'retry-after': '1', connection: 'close' };
      return refuse(response, { status: 503, code: 'OVERLOADED', message, headers });
    }
    return next(request, response, context);
  };
}
