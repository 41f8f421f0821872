import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { beforeAll, expect, test } from 'vitest';

import { SETTINGS } from '../../src/settings.ts';
import { tableOf } from '../support/docs.ts';
import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { openOrigin } from '../support/origin.ts';
import { startMarquee } from '../support/start-marquee.ts';

const TOKEN = 'mq_a-token-for-this-test-alone';
const ADDRESS = 'http://localhost:4000';

/** The curl lines, by the call that they replace, in the order in which they stand. */
const lines = new Map(
  tableOf('src/graphql/COMING-FROM.md', 'call of an operator').map(([call = '', line = '']) => [
    call.replaceAll('`', ''),
    line.replace(/^`(.*)`$/, '$1'),
  ]),
);

let from: string;

beforeAll(async () => {
  from = await writeSources(newFolder('origin'));
});

/** Runs a line as a shell does; answers with the data. */
async function run(line: string, { url, token = TOKEN }: { url: string; token?: string }): Promise<unknown> {
  const child = spawn('sh', ['-c', line.replace(ADDRESS, url)], {
    env: { PATH: process.env['PATH'] ?? '', TOKEN: token },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [answer] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const { data, errors } = JSON.parse(answer) as { data?: Record<string, unknown>; errors?: unknown };
  if (errors !== undefined) return { errors };
  return Object.values(data ?? {})[0];
}

/** The answer of an action that has done so many files. */
function done(files: number): Record<string, unknown> {
  const each = Array.from({ length: files }, () => expect.objectContaining({ outcome: 'DONE' }) as unknown);
  return { outcome: 'DONE', reason: null, files: each };
}

test.skipIf(!('ADMIN_TOKENS' in SETTINGS.shape))(
  'the curl lines for operators do what the calls of the older services did, in their order',
  async () => {
    const origin = await openOrigin(from);
    const folder = newFolder('data');
    const marquee = startMarquee(['serve'], {
      folder,
      settings: {
        PORT: '0',
        SCHEDULE: 'off',
        WEB_APP: 'false',
        IMDB_BASE_URL: origin.url,
        EXTRACT_DIR: join(folder, 'text'),
        ADMIN_TOKENS: `curl=sha256:${createHash('sha256').update(TOKEN).digest('hex')}`,
      },
    });
    try {
      const { url } = (await marquee.line('listening')) as unknown as { url: string };
      const ask = (call: string): Promise<unknown> => run(lines.get(call) ?? '', { url });

      expect(await run(lines.get('the list of the files') ?? '', { url, token: 'mq_wrong' })).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
      expect(await ask('the list of the files')).toMatchObject({ totalCount: 7, location: join(folder, 'downloads') });
      expect(await ask('/download of one file')).toMatchObject(done(1));
      expect(await ask('/download')).toMatchObject(done(7));
      expect(await ask('/extract')).toMatchObject(done(7));
      expect(await readdir(join(folder, 'text'))).toHaveLength(7);
      expect(await ask('the text of the files deleted, to free the disk')).toMatchObject(done(7));
      expect(await readdir(join(folder, 'text'))).toEqual([]);
      expect(await ask('/full-process')).toEqual({ outcome: 'STARTED' });
      expect(await ask('how far it is')).toMatchObject({ state: expect.stringMatching(/RUNNING|IDLE/) as string });
      await expect.poll(() => ask('how it ended'), { timeout: 20_000 }).toMatchObject([{ outcome: 'PROMOTED' }]);
      expect(await ask('the files deleted')).toMatchObject(done(7));
      expect(await readdir(join(folder, 'downloads'))).toEqual([]);
      expect(await ask('the same process although nothing has changed')).toEqual({ outcome: 'STARTED' });
      expect(await ask('the end of a process that runs')).toMatchObject({
        outcome: expect.stringMatching(/CANCELLED|TOO_LATE|NOT_RUNNING/) as string,
      });
    } finally {
      const ended = once(marquee.child, 'exit');
      marquee.child.kill('SIGTERM');
      await ended;
      await origin.close();
    }
  },
  120_000,
);

test('every call of an operator is a curl line with the token', () => {
  expect(lines.size).toBe(11);
  const form =
    /^curl http:\/\/localhost:4000\/graphql -H "authorization: Bearer \$TOKEN" -H 'content-type: application\/json' -d '\{"query":".*"\}'$/;
  expect([...lines.values()].filter((line) => !form.test(line))).toEqual([]);
});
