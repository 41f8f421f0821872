import { setImmediate as turn } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { sendAnswer } from '../../../../src/http/request/answers/send-answer.ts';
import { rawRequest } from '../../raw-request.ts';
import { createHarness, longText } from '../../support.ts';

test('sendAnswer sends nothing if the response was answered during compression', async () => {
  const server = await createHarness().start({
    gateway(exchange) {
      sendAnswer(exchange, { status: 200, headers: { 'content-type': 'text/plain' }, body: longText(500_000) });
      exchange.response.writeHead(503).end('too late');
    },
  });
  const answer = await rawRequest(server.url, { headers: { 'accept-encoding': 'br' } });
  expect([answer.status, answer.text]).toEqual([503, 'too late']);
  await turn();
});
