import type { HttpRequest, HttpResponse } from './http-request.ts';
import { Failed, Transient } from '../../outcomes/outcome.ts';

export interface HttpGetOptions {
  request: HttpRequest;
  headers: Headers;
  signal: AbortSignal;
  /** Hosts that a redirect may lead to, beside the one that was asked. */
  redirectHosts: readonly string[];
  /** Begins every message. */
  file: string;
}

/** What a message says where the network brings no answer at all. */
export const NO_ANSWER = 'no answer from';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** The file itself is gzip, and mirrors say so here: the scan tells whether it is compressed once more. */
const CODINGS = new Set(['identity', 'gzip', 'x-gzip']);

/**
 * Asks for a file. Answers with 200, 206, 304 or 416; the body is not read yet. Redirects are followed to https of
 * the same host, or of a host that is allowed: a file from anywhere else is not IMDb's.
 * @throws Transient for the network, 429 and 5xx; Failed for any other answer.
 */
export async function httpGet(url: string, options: HttpGetOptions): Promise<HttpResponse> {
  const { request, headers, signal, file } = options;
  let address = new URL(url);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    let response: HttpResponse;
    try {
      response = await request(address, { headers, signal });
    } catch (error) {
      throw new Transient(`${file}: ${NO_ANSWER} ${address.href}`, { cause: error });
    }
    if (!REDIRECTS.has(response.status)) return expected(response, { address, file });
    response.cancel();
    address = redirected(response, { address, options });
  }
  throw new Failed(`${file}: ${url} redirects more than ${MAX_REDIRECTS} times`);
}

function expected(response: HttpResponse, { address, file }: { address: URL; file: string }): HttpResponse {
  const { status, statusText, headers } = response;
  const coding = codingOf(headers);
  const answered = `${file}: ${address.href} answered`;
  const wanted = [200, 206, 304, 416].includes(status);
  if (wanted && CODINGS.has(coding)) return response;
  response.cancel();
  if (wanted) throw new Failed(`${answered} with the content coding ${coding}, expected the file as it is`);
  const message = `${answered} ${status} ${statusText}`.trimEnd();
  if (status !== 429 && status < 500) throw new Failed(`${message}, expected 200`);
  throw new Transient(`${message}, expected 200`, { retryAfterMs: retryAfter(headers.get('retry-after')) });
}

/** The content coding of an answer, in small letters. */
export function codingOf(headers: Headers): string {
  return headers.get('content-encoding')?.toLowerCase() ?? 'identity';
}

function redirected(response: HttpResponse, { address, options }: { address: URL; options: HttpGetOptions }): URL {
  const location = response.headers.get('location') ?? '';
  const said = `${options.file}: ${address.href} redirects to ${JSON.stringify(location)}`;
  if (!URL.canParse(location, address)) throw new Failed(`${said}, which is no address`);
  const next = new URL(location, address);
  const sameHost = next.host === address.host && (next.protocol === 'https:' || next.protocol === address.protocol);
  const allowed = next.protocol === 'https:' && options.redirectHosts.includes(next.host);
  if (sameHost || allowed) return next;
  throw new Failed(`${said}, which is not https of the same host: DOWNLOAD_REDIRECT_HOSTS allows others`);
}

/** How long a header `Retry-After` asks to wait, in ms: it has seconds or a date. */
export function retryAfter(text: string | null): number | undefined {
  if (text === null) return undefined;
  const milliseconds = /^[0-9]+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
