import type { Client } from '../../src/graphql/base/client.ts';

export const ANONYMOUS: Client = { role: 'ANONYMOUS', name: null, key: 'address 127.0.0.1' };
export const READER: Client = { role: 'READER', name: 'reader-1', key: 'token reader-1' };
export const ADMIN: Client = { role: 'ADMIN', name: 'admin-1', key: 'token admin-1' };
