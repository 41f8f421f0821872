import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { CLIENT_ERROR_STATUS } from '../../errors.ts';
import { tokenNeeded } from '../request/access/access-errors.ts';
import { KeptBody } from '../request/answers/kept-body.ts';
import { sendError } from '../request/answers/plain-answers.ts';
import { sendAnswer } from '../request/answers/send-answer.ts';
import { errorHeaders } from '../request/graphql/request-error.ts';
import type { RequestHandler } from '../request/exchange.ts';
import { visibleText } from './visible-text.ts';

export const SCHEMA_PATH = '/schema.graphql';

/** The file that `npm run codegen` writes. Unlike what graphql prints, it has the directives of costs. */
const FILE = new URL('../../../schema.graphql', import.meta.url);

export interface SchemaTextOptions {
  /** Whether reading needs a token; false by default. */
  needsToken?: boolean;
  /** Whether clients other than admins may read the schema; true by default. */
  introspection?: boolean;
  file?: URL;
}

interface Text {
  body: KeptBody;
  etag: string;
}

/**
 * Serves `schema.graphql` for tools that read schemas from a URL, such as code generators: whole to clients of the role
 * ADMIN, to others without what they do not see. It is plain text, which browsers show. The file is read on the first
 * request; each encoded form is made once.
 */
export function createSchemaText(options: SchemaTextOptions = {}): RequestHandler {
  const { needsToken = false, introspection = true, file = FILE } = options;
  let whole: Text | undefined;
  let visible: Text | undefined;

  return (exchange) => {
    const { role } = exchange.client;
    if (needsToken && role === 'ANONYMOUS') {
      const error = tokenNeeded('The schema');
      const { code, message } = error;
      return sendError(exchange, {
        status: CLIENT_ERROR_STATUS[code],
        code,
        message,
        headers: errorHeaders(error) ?? {},
      });
    }
    if (!introspection && role !== 'ADMIN') {
      const message = 'The schema is not shown here: the setting INTROSPECTION is off.';
      return sendError(exchange, { status: 404, code: 'BAD_USER_INPUT', message });
    }
    const isWhole = role === 'ADMIN';
    if (isWhole) whole ??= asText(readFileSync(file, 'utf8'));
    else visible ??= asText(visibleText(readFileSync(file, 'utf8')));
    const { body, etag } = (isWhole ? whole : visible) as Text;
    const cacheControl = role === 'ANONYMOUS' ? 'no-cache' : 'private, no-cache';
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheControl, etag };
    sendAnswer(exchange, { status: 200, headers, vary: ['Accept-Encoding', 'Authorization'], body });
  };
}

function asText(text: string): Text {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 27);
  return { body: new KeptBody(text), etag: `"${hash}"` };
}
