import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import type { Answer } from './gateway.ts';

/** The token of the administrator, as somebody types it in. */
export const BOSS_TOKEN = 'mq_of-the-boss';

/** Settings of a server with one token for administration, whose name is `boss`. */
export const ADMINISTERED = { ADMIN_TOKENS: `boss=sha256:${createHash('sha256').update(BOSS_TOKEN).digest('hex')}` };

/** Headers of an administrator. */
export const OF_THE_BOSS = { authorization: `Bearer ${BOSS_TOKEN}` };

/** The name of its token. */
export const BOSS = 'boss';

export interface AdministratorAnswer extends Answer {
  status: number;
  headers: IncomingMessage['headers'];
}

/** Sends an operation as an administrator, on a connection of its own: it reaches the worker whose turn it is. */
export async function administer(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<AdministratorAnswer> {
  const headers = { 'content-type': 'application/json', ...OF_THE_BOSS };
  const sent = request(`${url}/graphql`, { agent: false, method: 'POST', headers });
  sent.end(JSON.stringify({ query, variables }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const answer = JSON.parse(await text(response)) as Answer;
  return { ...answer, status: response.statusCode ?? 0, headers: response.headers };
}
