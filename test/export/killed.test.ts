import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, inject, onTestFinished, test } from 'vitest';

import { startMariadb } from '../support/databases/mariadb.ts';
import { postgresBinaries, startPostgres } from '../support/databases/postgres.ts';
import { copyData } from '../support/copy-data.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { startMarquee } from '../support/start-marquee.ts';
import { oddBuild } from './odd-build.ts';

/** Times after the start of the loading at which the program is killed, in milliseconds. */
const MOMENTS = [0, 150, 400, 900];

/** Runs the export to its end; answers with what it said. */
async function runToEnd(args: readonly string[], options: Parameters<typeof startMarquee>[1]): Promise<string> {
  const { child, output, errors } = startMarquee(['export', ...args], options);
  await expect.poll(() => child.exitCode, { timeout: 120_000 }).not.toBeNull();
  expect(child.exitCode, output() + errors()).toBe(0);
  return output() + errors();
}

/** Starts the export and kills it as soon as `isMoment` is true. */
async function killAt(
  isMoment: () => boolean | Promise<boolean>,
  { args = [], ...options }: Parameters<typeof startMarquee>[1] & { args?: readonly string[] },
): Promise<void> {
  const { child, errors } = startMarquee(['export', ...args], options);
  while (!(await isMoment())) {
    if (child.exitCode !== null) throw new Error(`it ended before: ${errors()}`);
    await sleep(5);
  }
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await expect.poll(() => child.signalCode ?? child.exitCode).toBe('SIGKILL');
}

/** Rows of titles, from a file that has to be whole. */
function titlesIn(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    return Number(database.prepare('SELECT count(*) AS rows FROM title_basics').get()?.['rows']);
  } finally {
    database.close();
  }
}

/** Parts that a loading has noted. */
function partsIn(loading: string): number {
  const database = new DatabaseSync(loading);
  try {
    const sql = `SELECT count(*) AS parts FROM marquee_steps WHERE step LIKE '% from %'`;
    return Number(database.prepare(sql).get()?.['parts']);
  } finally {
    database.close();
  }
}

test('an export that is killed leaves the old tables, and holds up no other one', { timeout: 240_000 }, async () => {
  const path = join(newFolder('killed'), 'films.db');
  const settings = { EXPORT_URL: `sqlite:${path}` };
  const odd = (await copyData(await oddBuild())).meta;
  const first = startMarquee(['export'], { folder: odd, settings });
  await expect.poll(() => first.child.exitCode, { timeout: 30_000 }).toBe(0);
  const before = titlesIn(path);

  const { meta: folder } = await copyData((await demoBuild(0.001)).folders);
  let killed = 0;
  for (const moment of MOMENTS) {
    const { child } = startMarquee(['export'], { folder, settings });
    await expect.poll(() => existsSync(`${path}.loading`) || child.exitCode !== null, { timeout: 30_000 }).toBe(true);
    await sleep(moment);
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await expect.poll(() => child.signalCode ?? child.exitCode).not.toBeNull();
    // Unless it had ended before.
    if (child.signalCode === null) continue;
    killed += 1;
    expect(titlesIn(path)).toBe(before);
  }
  expect(killed).toBeGreaterThan(0);
  const left = partsIn(`${path}.loading`);
  // At once: the locks of whoever was killed are free.
  const said = await runToEnd([], { folder, settings });
  expect(said).toMatch(left === 0 ? /exported: build/ : new RegExp(`; ${left} of \\d+ parts were there from the last`));
  expect(titlesIn(path)).toBeGreaterThan(10 * before);
});

/** A server of a test with a database for exports. */
interface TestServer {
  url: string;
  /** The first value that a query answers with, as text. */
  ask: (sql: string) => Promise<string>;
  /** The table of the steps of a loading. */
  steps: string;
  isThere: string;
}

const SERVERS: Record<string, () => Promise<TestServer>> = {
  async PostgreSQL() {
    const binaries = postgresBinaries() ?? expect.fail('there is no PostgreSQL: install the package postgresql');
    const server = await startPostgres({ binaries, logFolder: inject('runFolder'), password: 'se-cret' });
    onTestFinished(() => server.remove());
    const steps = 'public_marquee_loading.marquee_steps';
    const isThere = `SELECT (to_regclass('${steps}') IS NOT NULL)::int`;
    return { url: server.connectionString, ask: (sql) => server.psql(sql), steps, isThere };
  },
  async MariaDB() {
    const server = await startMariadb({ logFolder: inject('runFolder'), password: 'se-cret', database: 'films' });
    onTestFinished(() => server.remove());
    const isThere = `SELECT count(*) FROM information_schema.tables WHERE table_schema = 'films' AND table_name = 'marquee_steps'`;
    return {
      url: server.connectionString,
      ask: (sql) => server.mariadb(sql, { database: 'films' }),
      steps: 'marquee_steps',
      isThere,
    };
  },
};

test.each(Object.keys(SERVERS))(
  'an export into %s that is killed leaves the old tables, and the next one goes on from its parts',
  { timeout: 240_000 },
  async (name) => {
    const { url, ask, steps, isThere } = (await SERVERS[name]?.()) ?? expect.fail(name);
    const settings = { EXPORT_URL: url, EXPORT_PARALLEL: '1' };
    await runToEnd([], { folder: (await copyData(await oddBuild())).meta, settings });
    const titles = 'SELECT count(*) FROM title_basics';
    const before = await ask(titles);
    const { meta: folder } = await copyData((await demoBuild(0.001)).folders);
    const parts = `SELECT count(*) FROM ${steps} WHERE step LIKE '% from %'`;
    await killAt(async () => (await ask(isThere)) === '1' && (await ask(parts)) !== '0', { folder, settings });
    expect(await ask(titles)).toBe(before);
    expect(await runToEnd([], { folder, settings })).toMatch(/; \d+ of \d+ parts were there from the last try/);
    expect(Number(await ask(titles))).toBeGreaterThan(10 * Number(before));
    expect(await ask(isThere)).toBe('0');
  },
);

/** The bytes of all files of a folder but for those of an export that runs. */
function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const kept = names.filter((name) => !name.startsWith('.export-') && statSync(join(folder, name)).isFile());
  return new Map(kept.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

test.each(['parquet', 'csv', 'ndjson', 'duckdb'])(
  'an export of files as %s that is killed leaves the old ones, and the next one removes what it has left',
  { timeout: 240_000 },
  async (format) => {
    const out = newFolder('files');
    const args = ['--format', format, '--out', out];
    await runToEnd(args, { folder: (await copyData(await oddBuild())).meta });
    const before = filesIn(out);
    const { meta: folder, tmp } = await copyData((await demoBuild(0.001)).folders);
    const loading = join(out, '.export-loading');
    await killAt(() => existsSync(loading) && readdirSync(loading).length > 0, { folder, args });
    expect(readdirSync(tmp).filter((name) => name.startsWith('export-'))).not.toEqual([]);
    expect(filesIn(out)).toEqual(before);
    expect(await runToEnd(args, { folder })).toMatch(/exported: build/);
    expect(filesIn(out)).not.toEqual(before);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual(['.export-lock']);
    expect(readdirSync(tmp).filter((name) => name.startsWith('export-'))).toEqual([]);
  },
);
