import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { administer, ADMINISTERED, BOSS } from '../support/administrator.ts';
import { newFolder } from '../support/folders.ts';
import { openHeldOrigin } from '../support/held-origin.ts';
import { writeSources } from '../support/imdb-files.ts';
import { runMarquee } from '../support/run-marquee.ts';
import { startServing } from '../support/serving.ts';
import type { TestServing } from '../support/serving.ts';
import { mountDisk } from '../support/small-disk.ts';

const SLOW = 150_000;
const RATINGS = 'title.ratings';
const ISSUER = { JWT_ISSUER: 'https://issuer.test/', JWT_AUDIENCE: 'marquee' };
/** Nobody listens there. */
const UNREACHABLE = 'http://127.0.0.1:1/jwks.json';

let files: string;
let keys: string;
let privateKey: CryptoKey;

beforeAll(async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [`tt${String(at + 1).padStart(7, '0')}`, '7.0', '10']);
  files = await writeSources(newFolder('files'), { rows: { [RATINGS]: rows } });
  const pair = await generateKeyPair('ES256');
  ({ privateKey } = pair);
  keys = join(newFolder('keys'), 'keys.json');
  await writeFile(keys, JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }] }));
});

/** For one test: the real server, which ingests only when it is told to. */
async function serve(settings: Record<string, string>): Promise<TestServing> {
  const off = { SCHEDULE: 'off', WEB_APP: 'false', ...ADMINISTERED };
  const serving = await startServing({ DATA_DIR: newFolder(), ...off, ...settings });
  onTestFinished(async () => void (await serving.stop()));
  return serving;
}

function signed(claims: Record<string, unknown> = {}): Promise<string> {
  const all = { iss: ISSUER.JWT_ISSUER, aud: ISSUER.JWT_AUDIENCE, sub: 'ann', role: 'admin', exp: 4_000_000_000 };
  return new SignJWT({ ...all, ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(privateKey);
}

const MALFORMED = 'The header "authorization" has no token: write "authorization: Bearer <token>".';
const UNKNOWN =
  'The token is not accepted: it is misspelt, or no longer among ADMIN_TOKENS and READ_TOKENS. Leave the header "authorization" out to ask without one.';

test.each([
  ['a wrong token', () => 'Bearer mq_wrong', 401, UNKNOWN],
  ['a malformed token', () => 'Bearer one two', 401, MALFORMED],
  ['a header without a token', () => 'Bearer', 401, MALFORMED],
  ['another scheme', () => 'Token mq_of-the-boss', 401, MALFORMED],
  [
    'an expired token',
    async () => `Bearer ${await signed({ exp: 1 })}`,
    401,
    'The token is not accepted: it has expired, ask for a new one.',
  ],
  [
    'a token of another issuer',
    async () => `Bearer ${await signed({ iss: 'https://evil.test/' })}`,
    401,
    `The token is not accepted: it is of another issuer than ${ISSUER.JWT_ISSUER}.`,
  ],
  [
    'a token with a changed signature',
    async () => `Bearer ${(await signed()).slice(0, -4)}AAAA`,
    401,
    'The token is not accepted: its signature is wrong.',
  ],
  [
    'a token while the keys of its issuer cannot be reached',
    async () => `Bearer ${await signed()}`,
    503,
    'The token cannot be checked: the keys of its issuer (JWT_JWKS) cannot be read. Try again in 5 s.',
    UNREACHABLE,
  ],
] as [string, () => string | Promise<string>, number, string, string?][])(
  'a person reads what is wrong with %s, whatever is asked for',
  async (_, authorization, status, words, place = keys) => {
    const { url, lines } = await serve({ JWT_JWKS: place, ...ISSUER });
    const headers = { authorization: await authorization(), 'content-type': 'application/json' };
    for (const [path, query] of [
      ['/graphql', '{ __typename }'],
      ['/graphql', '{ ingestStatus { state } }'],
      ['/health', ''],
    ] as const) {
      const init = query === '' ? { headers } : { method: 'POST', headers, body: JSON.stringify({ query }) };
      const response = await fetch(url + path, init);
      const { errors } = (await response.json()) as { errors?: { message: string }[] };
      expect([path, response.status, errors?.map(({ message }) => message)]).toEqual([path, status, [words]]);
      expect(response.headers.has(status === 401 ? 'www-authenticate' : 'retry-after')).toBe(true);
    }
    // Whoever has no token, or another one, is served all the same, and no token is in the log.
    expect((await administer(url, '{ ingestStatus { state } }')).status).toBe(200);
    expect(JSON.stringify(lines)).not.toContain(headers.authorization.split(' ').at(-1));
  },
);

test('the log says why the keys of an issuer cannot be reached, and where they are', async () => {
  const { url, lines } = await serve({ JWT_JWKS: UNREACHABLE, ...ISSUER });
  const headers = { authorization: `Bearer ${await signed()}` };
  expect((await fetch(`${url}/graphql?query={__typename}`, { headers })).status).toBe(503);
  expect(lines.find(({ event }) => event === 'token keys unreadable')).toMatchObject({
    from: '127.0.0.1:1',
    reason: expect.stringContaining('ECONNREFUSED') as string,
  });
});

test(
  'a person reads that the folder for extracted text is full, where it is, and what to do',
  { timeout: SLOW },
  async () => {
    const disk = mountDisk(64);
    if (disk === undefined) return;
    const dataFolder = newFolder();
    const settings = { IMDB_BASE_URL: `file://${files}`, EXTRACT_DIR: disk };
    expect((await runMarquee(['datasets', 'download', RATINGS], { dataFolder, settings })).code).toBe(0);
    const remedy = `Make room in ${disk}, let EXTRACT_DIR name a folder on a larger disk, or extract fewer files`;
    const words = `title.ratings.tsv.gz: the disk of EXTRACT_DIR has 0 MiB free, and the text takes 1 MiB: nothing was extracted. ${remedy}`;
    const { code, stderr } = await runMarquee(['datasets', 'extract', RATINGS], { dataFolder, settings });
    expect([code, stderr]).toEqual([1, `  ${words}\nfailed: 1 file, and 0 done\n`]);
    const { url } = await serve({ DATA_DIR: dataFolder, ...settings });
    const extract = `mutation { extractDatasets(names: ["${RATINGS}"]) { outcome reason doneCount failedCount } }`;
    expect((await administer(url, extract)).data).toEqual({
      extractDatasets: { outcome: 'FAILED', reason: words, doneCount: 0, failedCount: 1 },
    });
    const { data } = await administer(url, '{ auditLog { who action outcome reason } }');
    const entry = { action: 'extractDatasets', outcome: 'FAILED', reason: words };
    expect(data).toMatchObject({
      auditLog: [
        { who: BOSS, ...entry },
        { who: 'command line', ...entry },
        { action: 'downloadDatasets', outcome: 'DONE' },
      ],
    });
  },
);

test('a person reads who cancelled a run, wherever it is looked at', { timeout: SLOW }, async () => {
  const origin = await openHeldOrigin(files);
  const dataFolder = newFolder();
  const settings = { IMDB_BASE_URL: origin.url };
  const { url } = await serve({ DATA_DIR: dataFolder, ...settings });
  const ingest = runMarquee(['ingest'], { dataFolder, settings });
  const running = async (): Promise<unknown> => (await administer(url, '{ ingestStatus { state step } }')).data;
  await expect.poll(running, { timeout: SLOW }).toMatchObject({ ingestStatus: { state: 'RUNNING', step: 'DOWNLOAD' } });
  await administer(url, 'mutation { cancelIngest { outcome } }');
  const { code, stderr } = await ingest;
  const words = `cancelled by ${BOSS}`;
  const what = 'the build that is served stays, and the next ingest goes on with what was downloaded';
  expect([code, stderr]).toEqual([expect.any(Number), `${words} in step download: ${what}\n`]);
  expect(code).not.toBe(0);
  const { data } = await administer(url, '{ ingestRuns { outcome reason } auditLog { action outcome reason } }');
  expect(data).toMatchObject({ ingestRuns: [{ outcome: 'CANCELLED', reason: words }] });
  expect((data as { auditLog: unknown }).auditLog).toContainEqual({
    action: 'ingest',
    outcome: 'CANCELLED',
    reason: words,
  });
  const { stdout } = await runMarquee(['runs'], { dataFolder });
  expect(stdout).toMatch(new RegExp(`by command line, .*: cancelled: ${words}\n$`));
  expect((await runMarquee(['status'], { dataFolder })).stdout).toContain(words);
});
