import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { GatewayPlugin } from './gateway-context.ts';
import { asksForPage, isGraphqlPath, requestPath } from './request-path.ts';

/** A document that GraphiQL opens with. */
export interface Example {
  /** One line, shown as a comment above the document. */
  title: string;
  query: string;
}

/** The page holds everything it needs: it works without the internet, and loads nothing from elsewhere. */
export function useGraphiql(examples: readonly Example[]): GatewayPlugin {
  let page: Promise<Page> | undefined;
  return {
    async onRequest(hook) {
      const { request, fetchAPI } = hook;
      if (!asksForPage(request) || !isGraphqlPath(requestPath(request))) return;
      page ??= renderPage(examples);
      const { plain, gzipped } = await page;
      const zip = request.headers.get('accept-encoding')?.includes('gzip') === true;
      const headers = { 'content-type': 'text/html; charset=utf-8', vary: 'Accept-Encoding', ...PAGE_HEADERS };
      hook.endResponse(
        new fetchAPI.Response(zip ? gzipped : plain, {
          headers: zip ? { ...headers, 'content-encoding': 'gzip' } : headers,
        }),
      );
    },
  };
}

interface Page {
  plain: Uint8Array<ArrayBuffer>;
  gzipped: Uint8Array<ArrayBuffer>;
}

const PAGE_HEADERS = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // The editor and its workers are inline and in blobs; the network is only this server.
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; " +
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'",
} as const;

async function renderPage(examples: readonly Example[]): Promise<Page> {
  // The module is 9 MB of text, which only those pay for who open the page.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const plain = Buffer.from(renderGraphiQL({ title: 'marquee', defaultTabs: examples.map(toTab) }));
  return { plain, gzipped: Buffer.from(await promisify(gzip)(plain)) };
}

function toTab({ title, query }: Example): { query: string } {
  return { query: `# ${title}\n${query.trim()}\n` };
}
