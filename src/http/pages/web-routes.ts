import type { Logger } from '../../process/logger.ts';
import { sendError, sendRedirect } from '../request/answers/plain-answers.ts';
import { sendAnswer } from '../request/answers/send-answer.ts';
import type { Exchange, RequestHandler } from '../request/exchange.ts';
import { asksForPage, GRAPHQL_PATH } from '../request/request-path.ts';
import { sendAsset } from './send-asset.ts';
import { webBundleIn } from './web-bundle.ts';
import type { WebBundle } from './web-bundle.ts';

/** Paths that are pages of the app; for others the app says that there is nothing. */
const PAGES = /^\/(?:(?:search|path|compare|dataset|admin|(?:title|person|genre|chart|year|career)\/[^/]+)\/?)?$/;

/** The page for administration, which search engines leave out. */
const UNLISTED = /^\/admin\/?$/;

const SAFETY_HEADERS = {
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  // Everything is of this server; no script or style is inline.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
} as const;

const NO_BUNDLE =
  `The web app is not built: npm run web:build makes it, and npm run demo does so by itself. ` +
  `GraphiQL is at ${GRAPHQL_PATH}.`;

export interface WebRouteOptions {
  /** Folder of the bundle. */
  folder: string;
  log: Logger;
}

/**
 * Serves the web app to browsers: its files, and one page of HTML for every path, because the app draws the pages.
 * Returns the handler of a GET request; undefined if the path is not part of it.
 */
export function webRoutes({ folder, log }: WebRouteOptions): (exchange: Exchange) => RequestHandler | undefined {
  const read = webBundleIn(folder);
  let bundle: WebBundle | undefined;

  /** Answers with the bundle that is there, or with the last one if that cannot be read. */
  function withBundle(answer: (exchange: Exchange, bundle: WebBundle) => unknown): RequestHandler {
    return async (exchange) => {
      try {
        bundle = await read();
      } catch (err) {
        log.error({ event: 'web app unreadable', requestId: exchange.requestId, err });
      }
      if (bundle === undefined) return sendNoBundle(exchange);
      await answer(exchange, bundle);
    };
  }

  const page = withBundle(sendPage);
  const file = withBundle(sendFile);

  return (exchange) => {
    if (FILES.test(exchange.path)) return file;
    return asksForPage(exchange) && !isGraphPath(exchange.path) ? page : undefined;
  };
}

/** Whether a path is of the graph and GraphiQL, whose answers are not pages of the app. */
function isGraphPath(path: string): boolean {
  return path === GRAPHQL_PATH || path.startsWith(`${GRAPHQL_PATH}/`);
}

/** Paths of the bundle's files. Only these are looked up, and only in the bundle. */
const FILES = /^\/(?:assets\/[\w.-]+|icon\.svg|icon-(?:192|512)\.png|manifest\.webmanifest|service-worker\.js)$/;

function sendPage(exchange: Exchange, { html, hash }: WebBundle): void {
  const { path } = exchange;
  sendAnswer(exchange, {
    status: PAGES.test(path) ? 200 : 404,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      etag: `"${hash}-${depthOf(path)}"`,
      ...SAFETY_HEADERS,
      ...(UNLISTED.test(path) && { 'x-robots-tag': 'noindex' }),
    },
    vary: ['Accept', 'Accept-Encoding'],
    body: pageAt(html, path),
  });
}

async function sendFile(exchange: Exchange, { files }: WebBundle): Promise<void> {
  const path = exchange.path.slice(1);
  const asset = files.get(path);
  if (asset === undefined) {
    const message = 'There is no such file in this release of the app: reload the page.';
    sendError(exchange, { status: 404, code: 'BAD_USER_INPUT', message });
    return;
  }
  const isFixed = path.startsWith('assets/');
  const headers = { ...SAFETY_HEADERS, ...(!isFixed && { 'cache-control': 'no-cache' }) };
  await sendAsset(exchange, { asset, headers });
}

/**
 * The page for a path. Its base is the way from there to the root, relative, because only the browser knows the prefix
 * that a proxy took off.
 */
function pageAt(html: string, path: string): string {
  const depth = depthOf(path);
  return html.replace('<base href="./"', `<base href="${depth === 0 ? './' : '../'.repeat(depth)}"`);
}

/** Number of folders above the file that a path names. */
function depthOf(path: string): number {
  return path.split('/').length - 2;
}

/** Without the app, browsers get what they got before there was one. */
function sendNoBundle(exchange: Exchange): void {
  if (exchange.path === '/') sendRedirect(exchange, GRAPHQL_PATH.slice(1));
  else sendError(exchange, { status: 404, code: 'BAD_USER_INPUT', message: NO_BUNDLE });
}
