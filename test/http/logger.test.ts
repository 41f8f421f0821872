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
  expect(logged(true, (log) => log.info({ event: 'promoted', rows: 7 }))).toMatch(/INFO.*promoted.*"rows":7/);
});
