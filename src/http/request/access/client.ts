import type { IncomingMessage } from 'node:http';

import type { Client } from '../../../graphql/base/client.ts';

export type { Client, Role } from '../../../graphql/base/client.ts';

/** A client without a token, known by its address alone. */
export function anonymousClient({ socket }: Pick<IncomingMessage, 'socket'>): Client {
  return { role: 'ANONYMOUS', name: null, key: `address ${socket.remoteAddress ?? 'unknown'}` };
}
