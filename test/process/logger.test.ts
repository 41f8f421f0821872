import { expect, test } from 'vitest';

import { createLogger, plainLogger } from '../../src/process/logger.ts';

function linesOf(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger({ level: 'info', pretty: false, destination: { write: (line) => void lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a logger hides what may be a secret, at any depth that lines have', () => {
  const [line] = linesOf((log) => log.info({ event: 'one', token: 'x', headers: { authorization: 'y' } }));
  expect(line).toMatchObject({ event: 'one', token: '[hidden]', headers: { authorization: '[hidden]' } });
});

test('a plain logger writes the same lines as they are, and leaves its parent as it was', () => {
  const [plain, own, after] = linesOf((log) => {
    plainLogger(log).info({ event: 'request', status: 200, operationName: 'Deep' });
    log.info({ event: 'request', status: 200, operationName: 'Deep' });
    log.info({ event: 'two', password: 'x' });
  });
  expect({ ...plain, time: '' }).toEqual({ ...own, time: '' });
  expect(after).toMatchObject({ password: '[hidden]' });
});
