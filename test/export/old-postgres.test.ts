import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

import { expect, onTestFinished, test } from 'vitest';

import { openEngine } from '../../src/export/load/open-engine.ts';
import { parseTarget } from '../../src/export/targets/target.ts';

/** A message of PostgreSQL's protocol: its type, the length of the rest, the rest. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const READY = message('Z', Buffer.from('I'));

/** A row of texts. */
function row(...values: string[]): Buffer {
  const columns = values.map((_, index) =>
    Buffer.concat([
      Buffer.from(index === 0 ? 'number\0' : 'version\0'),
      Buffer.from('000000000000000000190000000000000000', 'hex'),
    ]),
  );
  const fields = values.map((value) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value.length);
    return Buffer.concat([length, Buffer.from(value)]);
  });
  const count = Buffer.from([0, values.length]);
  return Buffer.concat([
    message('T', Buffer.concat([count, ...columns])),
    message('D', Buffer.concat([count, ...fields])),
    message('C', Buffer.from('SELECT 1\0')),
    READY,
  ]);
}

/** A server that lets everybody in and answers the first query as `answer` says. */
async function startServer(answer: Buffer): Promise<{ url: string; connected: Promise<Socket> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connected = once(server, 'connection').then(([socket]: Socket[]) => {
    if (socket === undefined) throw new Error('nobody has come');
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), READY]));
      socket.once('data', () => socket.write(answer));
    });
    return socket;
  });
  onTestFinished(async () => {
    (await connected).destroy();
    server.close();
  });
  return { url: `postgres://films@127.0.0.1:${(server.address() as AddressInfo).port}/films`, connected };
}

const REFUSAL = Buffer.concat([message('E', Buffer.from('SERROR\0C42501\0Mpermission denied\0\0')), READY]);

test.each([
  ['is too old', row('120022', '12.22'), /PostgreSQL 12\.22 is too old: exports need version 13 or newer/],
  ['refuses the first query', REFUSAL, /the user lacks a right/],
])('a server of PostgreSQL that %s is said in words, and its connection ends', async (_, answer, words) => {
  const { url, connected } = await startServer(answer);
  const opened = openEngine(parseTarget(url), { sessions: 1 });
  const closed = once(await connected, 'close');
  await expect(opened).rejects.toThrow(words);
  await closed;
});
