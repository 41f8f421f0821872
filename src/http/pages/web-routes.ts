import { createHash } from 'node:crypto';

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

/** Everything is of this server, but pictures, which may also be of one other host. No script or style is inline. */
function safetyHeaders(pictures?: string) {
  return {
    'x-frame-options': 'DENY',
    // Nor does the host of the pictures learn which page shows them.
    'referrer-policy': 'same-origin',
    'content-security-policy':
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src ${["'self'", pictures].filter(Boolean).join(' ')}; ` +
      "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'; " +
      "frame-ancestors 'none'",
  };
}

const NO_BUNDLE =
  `The web app is not built: npm run web:build makes it, and npm run demo does so by itself. ` +
  `GraphiQL is at ${GRAPHQL_PATH}.`;

export interface WebRouteOptions {
  /** Folder of the bundle. */
  folder: string;
  /** Origin of the other host whose pictures pages may show, as it is now; none if there is no such host. */
  pictures?: (() => string | undefined) | undefined;
  log: Logger;
}

/**
 * Serves the web app to browsers: its files, and one page of HTML for every path, because the app draws the pages.
 * Returns the handler of a GET request; undefined if the path is not part of it.
 */
export function webRoutes(options: WebRouteOptions): (exchange: Exchange) => RequestHandler | undefined {
  const { folder, pictures = () => undefined, log } = options;
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

  const page = withBundle((exchange, served) => sendPage(exchange, { ...served, pictures: pictures() }));
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

function sendPage(exchange: Exchange, of: Pick<WebBundle, 'html' | 'hash'> & { pictures: string | undefined }): void {
  const { html, hash, pictures } = of;
  const { path } = exchange;
  sendAnswer(exchange, {
    status: PAGES.test(path) ? 200 : 404,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      // A browser keeps the content policy with the page.
      etag: `"${hash}-${depthOf(path)}${pictures === undefined ? '' : `-${shortHash(pictures)}`}"`,
      ...safetyHeaders(pictures),
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
  const headers = { ...safetyHeaders(), ...(!isFixed && { 'cache-control': 'no-cache' }) };
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

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
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
