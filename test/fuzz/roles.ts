import { createHash } from 'node:crypto';

import { ADMINISTERED, OF_THE_BOSS } from '../support/administrator.ts';

/** Who asks. */
export type Role = 'anonymous' | 'reader' | 'admin';

const READ_TOKEN = 'mq_of-a-reader';
const TOKENS = {
  ...ADMINISTERED,
  READ_TOKENS: `reader=sha256:${createHash('sha256').update(READ_TOKEN).digest('hex')}`,
};

/** The header by which a role is known. */
export const HEADERS: Record<Role, Record<string, string>> = {
  anonymous: {},
  reader: { authorization: `Bearer ${READ_TOKEN}` },
  admin: OF_THE_BOSS,
};

/** A server under test: how access is configured, and of a hundred requests to it how many are of each role. */
export interface Access {
  name: string;
  settings: Record<string, string>;
  /** Share of all requests, in percent. */
  share: number;
  roles: Partial<Record<Role, number>>;
}

export const ACCESSES: readonly Access[] = [
  {
    name: 'READ_ACCESS=open',
    settings: TOKENS,
    share: 50,
    roles: { anonymous: 50, reader: 25, admin: 25 },
  },
  {
    name: 'READ_ACCESS=token',
    settings: { ...TOKENS, READ_ACCESS: 'token', INTROSPECTION: 'off' },
    share: 30,
    roles: { anonymous: 10, reader: 60, admin: 30 },
  },
  { name: 'no tokens', settings: {}, share: 20, roles: { anonymous: 100 } },
];
