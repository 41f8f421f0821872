import { expect, test } from 'vitest';

import { createBearerTokens, tokensOf } from '../../src/http/request/access/bearer-tokens.ts';
import { readConfig } from '../../src/config.ts';
import { newFolder } from '../support/folders.ts';
import { runMarquee } from '../support/run-marquee.ts';

const dataFolder = newFolder();

test.each([
  [[], /^ADMIN_TOKENS=sha256:[\da-f]{64}$/m, { role: 'ADMIN', name: 'admin-1' }],
  [['--name', 'alice'], /^ADMIN_TOKENS=alice=sha256:[\da-f]{64}$/m, { role: 'ADMIN', name: 'alice' }],
  [['--role', 'read', '--name', 'b.c'], /^READ_TOKENS=b\.c=sha256:[\da-f]{64}$/m, { role: 'READER', name: 'b.c' }],
])('marquee token makes a token, and the line by which it is known: %j', async (flags, line, client) => {
  const { code, stdout } = await runMarquee(['token', ...flags], { dataFolder });
  expect([code, stdout]).toEqual([0, expect.stringMatching(line)]);
  const [token = ''] = /^mq_[\w-]{43}$/m.exec(stdout) ?? [];
  const [setting = ''] = line.exec(stdout) ?? [];
  const [name = '', value = ''] = setting.split(/=(.*)/);
  const { adminTokens, readTokens } = readConfig({ [name]: value }, '/nowhere').access;
  const find = createBearerTokens([...tokensOf(adminTokens, 'ADMIN'), ...tokensOf(readTokens, 'READER')]);
  expect(find(token)).toMatchObject(client);
  // Only the hash is ever kept.
  expect(setting).not.toContain(token);
  expect((await runMarquee(['token', ...flags], { dataFolder })).stdout).not.toContain(token);
});

test.each([
  [['--role', 'owner'], /Allowed choices are admin, read/],
  [['--name', 'a b'], /expected at most 40 letters, digits and \. _ -/],
])('marquee token refuses %j', async (flags, words) => {
  const { code, stderr } = await runMarquee(['token', ...flags], { dataFolder });
  expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
});
