import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { KeptBody } from '../request/answers/kept-body.ts';
import { sendAnswer } from '../request/answers/send-answer.ts';
import type { RequestHandler } from '../request/exchange.ts';

export const SCHEMA_PATH = '/schema.graphql';

/** The file that `npm run codegen` writes. Unlike what graphql prints, it has the directives of costs. */
const FILE = new URL('../../../schema.graphql', import.meta.url);

/**
 * Serves `schema.graphql` for tools that read schemas from a URL, such as code generators. It is plain text, which browsers
 * show. The file is read on the first request; each encoded form is made once.
 */
export function createSchemaText(file: URL = FILE): RequestHandler {
  let made: { body: KeptBody; etag: string } | undefined;
  return (exchange) => {
    made ??= read(file);
    const { body, etag } = made;
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache', etag };
    sendAnswer(exchange, { status: 200, headers, vary: ['Accept-Encoding'], body });
  };
}

function read(file: URL): { body: KeptBody; etag: string } {
  const text = readFileSync(file, 'utf8');
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 27);
  return { body: new KeptBody(text), etag: `"${hash}"` };
}
