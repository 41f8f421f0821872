import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chown, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { TEST_CERTIFICATE, TEST_KEY } from '../tls.ts';

const run = promisify(execFile);

/** The ids of a user of the system, for a server that refuses root. */
export async function idsOf(name: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
  );
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Writes the certificate of the tests and its key into a folder, for a server of this user alone. */
export async function writeCertificate(
  folder: string,
  user: { uid: number; gid: number } | undefined,
): Promise<{ certificate: string; key: string }> {
  const [certificate, key] = [join(folder, 'server.crt'), join(folder, 'server.key')];
  await writeFile(certificate, TEST_CERTIFICATE);
  await writeFile(key, TEST_KEY, { mode: 0o600 });
  if (user !== undefined) await chown(key, user.uid, user.gid);
  return { certificate, key };
}
