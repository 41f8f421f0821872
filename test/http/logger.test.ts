import { stripVTControlCharacters } from 'node:util';

import { expect, test } from 'vitest';

import { createLogger, namedLogger } from '../../src/process/logger.ts';

function logged(pretty: boolean, write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  write(createLogger({ level: 'info', pretty, destination: { write: (line) => void (text += line) } }));
  return text;
}

test('createLogger hides credentials', () => {
  const text = logged(false, (log) => {
    const headers = { authorization: 'hush', cookie: 'hush', 'set-cookie': 'hush', accept: 'seen' };
    log.info({ event: 'test', ...headers, headers, request: { headers }, s3: { secretKey: 'hush', apiKey: 'hush' } });
  });
  expect(text).not.toContain('hush');
  expect(JSON.parse(text)).toMatchObject({ level: 'info', event: 'test', headers: { accept: 'seen' } });
});

test('namedLogger names the component', () => {
  expect(JSON.parse(logged(false, (log) => namedLogger(log, 'http').warn({ event: 'test' })))).toMatchObject({
    name: 'http',
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
});

test('createLogger writes human-readable lines if configured', () => {
  const text = logged(true, (log) => {
    log.info({ event: 'table written', table: 'titles', rows: 12_300_098, columns: { isAdult: 1 }, durationMs: 2915 });
    log.error({ event: 'webhook failed', err: new Error('no way') });
  });
  const plain = stripVTControlCharacters(text);
  expect(plain).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: table written {2}titles {2}12,300,098 rows {2}2\.9 s\n/);
  expect(plain).toMatch(/ERROR: webhook failed\n[^]*no way\n *at /);
});
