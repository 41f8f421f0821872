import type { RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { once } from 'node:events';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

import { expect, onTestFinished, test } from 'vitest';

import { holdBack } from '../../../../src/http/request/answers/hold-back.ts';
import { sendAnswer } from '../../../../src/http/request/answers/send-answer.ts';
import { rawRequest } from '../../raw-request.ts';
import { longText } from '../../support.ts';

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What is taken for whole of a response that is written like this, and what a client gets then. */
async function written(write: (response: ServerResponse) => unknown) {
  const whole: unknown[] = [];
  const url = await listen((_request, response) => {
    holdBack(response, (body) => {
      whole.push([response.statusCode, { ...response.getHeaders() }, body]);
      response.end(`(${String(body)})`);
    });
    void write(response);
  });
  const { status, headers, text } = await rawRequest(url);
  return { whole, status, type: headers['content-type'], text };
}

const TYPE = { 'content-type': 'a/b' };

test.each<[string, (response: ServerResponse) => unknown]>([
  ['ended with its body', (response) => response.writeHead(201, TYPE).end('text')],
  ['written and ended', (response) => response.writeHead(201, 'Made', TYPE).write('text') && response.end()],
  [
    'written as Yoga does',
    (response) => {
      response.setHeaders(new Headers(TYPE));
      response.writeHead(201, 'Made').write('text');
      (response.end as (...args: unknown[]) => unknown)(null, null, null);
    },
  ],
  [
    'ended before the turn is over',
    async (response) => {
      response.writeHead(201, TYPE).write('text');
      await Promise.resolve();
      response.end();
    },
  ],
])('holdBack takes for whole what is %s', async (_, write) => {
  expect(await written(write)).toEqual({
    whole: [[201, TYPE, 'text']],
    status: 201,
    type: 'a/b',
    text: '(text)',
  });
});

test.each<[string, (response: ServerResponse) => unknown]>([
  ['in two pieces', (response) => response.writeHead(201, TYPE).write('te') && response.end('xt')],
  [
    'in three pieces',
    (response) => response.writeHead(201, TYPE).write('te') && response.write('x') && response.end('t'),
  ],
  [
    'in two turns',
    async (response) => {
      response.writeHead(201, TYPE).write('text');
      await turn();
      response.end();
    },
  ],
  [
    'after its headers',
    (response) => {
      response.writeHead(201, TYPE).flushHeaders();
      response.end('text');
    },
  ],
  ['with a callback', (response) => response.writeHead(201, TYPE).write('text', () => response.end())],
  ['with an encoding', (response) => response.writeHead(201, TYPE).end('74657874', 'hex')],
  ['with headers in a list', (response) => response.writeHead(201, ['content-type', 'a/b']).end('text')],
  ['by a stream', (response) => Readable.from(['te', 'xt']).pipe(response.writeHead(201, TYPE))],
])('holdBack lets go what is written %s', async (_, write) => {
  expect(await written(write)).toEqual({ whole: [], status: 201, type: 'a/b', text: 'text' });
});

test('holdBack lets go what has no body', async () => {
  expect(await written((response) => response.writeHead(204).end())).toMatchObject({
    whole: [],
    status: 204,
    text: '',
  });
});

test('sendAnswer leaves a response alone that was answered otherwise while it was encoded', async () => {
  const url = await listen((_request, response) => {
    sendAnswer(response, { status: 200, headers: { 'content-type': 'text/plain' }, body: longText(500_000) });
    response.writeHead(503).end('too late');
  });
  const answer = await rawRequest(url, { headers: { 'accept-encoding': 'br' } });
  expect([answer.status, answer.text]).toEqual([503, 'too late']);
  await turn();
});
