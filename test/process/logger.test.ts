import { stripVTControlCharacters } from 'node:util';

import { expect, test } from 'vitest';

import { createLogger, namedLogger, plainLogger } from '../../src/process/logger.ts';

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

test('createLogger writes nothing that a terminal obeys, and no line that a client has made up', () => {
  const fake = '\n[12:00:00] INFO: administration  who boss';
  const text = logged(true, (log) => {
    log.info({ event: 'request', operationName: `A\u001B[2J\u009B31m\u202E${fake}`, status: 400 });
    log.info({ event: 'administration', reason: `\u001B]0;mine\u0007${fake}\r` });
  });
  const plain = stripVTControlCharacters(text);
  // Every escape but those of the colours, which are stripped.
  // eslint-disable-next-line no-control-regex
  expect(plain).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202E]/);
  expect(plain).toContain(String.raw`operationName A\u001b[2J\u009b31m\u202e`);
  expect(plain.split('\n').filter((line) => line.startsWith('['))).toHaveLength(2);
  const [line] = linesOf((log) => log.info({ event: 'request', operationName: fake }));
  expect(line).toMatchObject({ operationName: fake });
});

test('createLogger holds back what is no warning while bars are shown, and from the terminal alone', () => {
  let [isQuiet, text, files] = [true, '', ''];
  const log = createLogger({
    level: 'info',
    pretty: true,
    isQuiet: () => isQuiet,
    destination: { write: (line) => void (text += line) },
    files: { write: (line) => void (files += line) },
  });
  log.info({ event: 'one' });
  log.warn({ event: 'two' });
  isQuiet = false;
  log.info({ event: 'three' });
  expect(stripVTControlCharacters(text).match(/(INFO|WARN): \w+/g)).toEqual(['WARN: two', 'INFO: three']);
  expect(files.match(/"event":"\w+"/g)).toEqual(['"event":"one"', '"event":"two"', '"event":"three"']);
});
