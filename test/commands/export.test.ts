import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { exportAsFiles } from '../../src/commands/administration/export-to-files.ts';
import { emptyTargets, exportToTargets } from '../../src/commands/administration/exports.ts';
import { readConfig } from '../../src/config.ts';
import type { Config } from '../../src/config.ts';
import { TMDB_EXPORT_NOTICE } from '../../src/export/shape/tmdb-export-tables.ts';
import { demoBuild, tmdbBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { runMarquee } from '../support/run-marquee.ts';

/** The settings over the demo build, with an audit log of their own. */
async function config(build = demoBuild(0.001)): Promise<Config> {
  const read = readConfig({ DATA_DIR: '/nowhere', LOG_LEVEL: 'silent' }, '/nowhere');
  const { folders } = await build;
  const meta = newFolder('meta');
  // Its locks come and go while other tests read the same build.
  cpSync(join(folders.meta, 'current.json'), join(meta, 'current.json'));
  return { ...read, folders: { ...folders, meta } };
}

const signal = new AbortController().signal;

test('an export as files says what it wrote, and stands in the audit log', async () => {
  const own = await config();
  const out = newFolder('out');
  const dropDangling = join(newFolder('report'), 'dangling.ndjson');
  const verdict = await exportAsFiles(own, {
    files: { format: 'csv', out },
    flags: { dropDangling, minVotes: 10 },
    signal,
  });
  expect(verdict).toEqual({
    exitCode: 0,
    line: expect.stringMatching(
      /^exported: build \S+, 9 files of [\d.]+ MiB, as csv files in \S+; [\d,]+ dangling rows left out, listed in \S+dangling\.ndjson$/,
    ),
  });
  expect(readdirSync(out).filter((name) => name.endsWith('.csv'))).toHaveLength(9);
  const audit = readFileSync(join(own.folders.meta, 'audit.jsonl'), 'utf8');
  expect(JSON.parse(audit.trim().split('\n').at(-1) ?? '')).toMatchObject({
    who: 'command line',
    action: 'exportFiles',
    outcome: 'EXPORTED',
    arguments: expect.stringContaining('csv files in'),
  });
});

test('a catalog takes no part of a build, whatever the settings say of databases', async () => {
  const read = readConfig({ DATA_DIR: '/nowhere', LOG_LEVEL: 'silent', EXPORT_TABLES: 'title_ratings' }, '/nowhere');
  const own = { ...(await config()), exports: read.exports };
  const out = newFolder('out');
  expect(await exportAsFiles(own, { files: { format: 'catalog', out }, flags: {}, signal })).toMatchObject({
    line: expect.stringMatching(/^exported: build \S+, 1 file of /),
  });
});

test('the last line of an export into a database counts the dangling rows, also where nothing has changed', async () => {
  const own = await config();
  const to = `sqlite:${join(newFolder('to'), 'films.db')}`;
  const flags = { to, dropDangling: join(newFolder('report'), 'dangling.ndjson'), only: ['title_akas' as const] };
  const first = await exportToTargets(own, { flags, signal });
  expect(first.line).toMatch(/^exported: .*; [\d,]+ dangling rows left out, listed in \S+dangling\.ndjson$/);
  const second = await exportToTargets(own, { flags, signal });
  expect(second.line).toMatch(/^unchanged: .*; [\d,]+ dangling rows left out, listed in \S+dangling\.ndjson$/);
});

test('tables that are emptied stand in the audit log', async () => {
  const own = await config();
  const to = `sqlite:${join(newFolder('to'), 'films.db')}`;
  await exportToTargets(own, { flags: { to, only: ['title_ratings'] }, signal });
  expect(await emptyTargets(own, { to })).toEqual({ exitCode: 0, line: `emptied: title_ratings at ${to}` });
  const audit = readFileSync(join(own.folders.meta, 'audit.jsonl'), 'utf8');
  expect(JSON.parse(audit.trim().split('\n').at(-1) ?? '')).toMatchObject({
    who: 'command line',
    action: 'emptyExport',
    arguments: JSON.stringify({ target: to, tables: ['title_ratings'] }),
    outcome: 'EMPTIED',
  });
});

test('EXPORT_DROP_DANGLING leaves dangling rows out as --drop-dangling does', async () => {
  const report = join(newFolder('report'), 'dangling.ndjson');
  const settings = { EXPORT_DROP_DANGLING: report, EXPORT_TABLES: 'title_akas' };
  const { exports } = readConfig({ DATA_DIR: '/nowhere', LOG_LEVEL: 'silent', ...settings }, '/nowhere');
  const own = { ...(await config()), exports };
  const to = `sqlite:${join(newFolder('to'), 'films.db')}`;
  const words = /^exported: .*; [1-9][\d,]* dangling rows left out, listed in \S+dangling\.ndjson$/;
  expect((await exportToTargets(own, { flags: { to }, signal })).line).toMatch(words);
  const rows = readFileSync(report, 'utf8').trim().split('\n').length;
  const files = { format: 'csv' as const, out: newFolder('out') };
  expect((await exportAsFiles(own, { files, flags: {}, signal })).line).toMatch(words);
  expect(readFileSync(report, 'utf8').trim().split('\n')).toHaveLength(rows);
  // A flag takes the place of all settings of a part.
  const flags = { to, only: ['title_akas' as const] };
  expect((await exportToTargets(own, { flags, signal })).line).not.toMatch(/dangling/);
});

test('an export with TMDB’s data warns of TMDB’s terms, and one without says what it has dropped', async () => {
  const own = await config(tmdbBuild(0.001));
  const to = `sqlite:${join(newFolder('to'), 'films.db')}`;
  const only = ['title_ratings' as const, 'tmdb_collections' as const];
  const { line } = await exportToTargets(own, { flags: { to, only, tmdb: true }, signal });
  expect(line.split('\n')).toEqual([
    expect.stringMatching(/^exported: /),
    `warning: ${TMDB_EXPORT_NOTICE}`,
    expect.stringMatching(
      /^warning: The oldest of its rows was fetched at 2026-11-30T.*: export again, .* by 2027-05-29\.$/,
    ),
  ]);
  const without = await exportToTargets(own, { flags: { to, only: ['title_ratings'] }, signal });
  expect(without.line).toMatch(/; TMDB's data was not asked for, dropped: tmdb_collections$/);
  // The setting asks too, and --no-tmdb takes it back.
  const { exports } = readConfig({ DATA_DIR: '/nowhere', LOG_LEVEL: 'silent', EXPORT_TMDB: 'on' }, '/nowhere');
  const files = { format: 'csv' as const, out: newFolder('out') };
  const asked = { ...own, exports };
  expect((await exportAsFiles(asked, { files, flags: {}, signal })).line).toContain(`\nwarning: ${TMDB_EXPORT_NOTICE}`);
  expect((await exportAsFiles(asked, { files, flags: { tmdb: false }, signal })).line).not.toContain('TMDB');
  await expect(exportToTargets(own, { flags: { to, only }, signal })).rejects.toThrow(
    "--only tmdb_collections: the tables of TMDB's data are exported only where --tmdb or EXPORT_TMDB=on asks for them.",
  );
  const none = await exportToTargets(await config(), { flags: { to, tmdb: true }, signal });
  expect(none).toEqual({ exitCode: 1, line: expect.stringMatching(/^failed: build \S+ has no data of TMDB's/) });
});

test.each([
  [['--format', 'csv'], /--format csv needs --out <folder>/],
  [['--out', 'films'], /--out needs --format: parquet, csv/],
  [
    ['--to', 'sqlite:a.db', '--format', 'csv', '--out', 'films'],
    /--to is for a database, --format and --out are for files/,
  ],
  [['--format', 'xml', '--out', 'films'], /Allowed choices are parquet, csv, ndjson, duckdb, catalog/],
  [['--format', 'csv', '--out', 'films', '--replace'], /--replace, --parallel and --no-foreign-keys are for databases/],
  [['--format', 'catalog', '--out', 'films', '--min-votes', '5'], /--format catalog shows the whole build/],
  [['--format', 'csv', '--out', 'films', '--only', 'titles'], /--only titles: there is no such table; there are /],
  [['--to', 'sqlite:a.db', '--to', 'sqlite:b.db'], /--to is there twice: give one address, or several in EXPORT_URL/],
  [['--to', 'sqlite:a.db', '--only', ','], /argument ',' is invalid\. expected names, separated by commas/],
  [['--to', 'sqlite:a.db', '--types', ','], /argument ',' is invalid\. expected names, separated by commas/],
  [['--to', 'sqlite:a.db', '--min-votes', '-1'], /argument '-1' is invalid\. expected a whole number of votes/],
  [[], /There is no target: give --to <address>, or set EXPORT_URL/],
  [['questions', '--dialect', 'oracle'], /Allowed choices are postgres, mysql, sqlite, sqlserver/],
])('%j is wrong usage, said in words', async (args, words) => {
  const dataFolder = newFolder('data');
  const { code, stderr } = await runMarquee(['export', ...args], { dataFolder });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(words) });
  expect(readdirSync(dataFolder)).not.toContain('films');
});

test('a wrong command says no password', async () => {
  const address = 'postgres://films:se-cret@127.0.0.1:1/films';
  const wrong = [
    ['--to', address, '--to', address],
    ['--to', address, '--format', 'csv', '--out', 'films'],
    ['--to', `${address}?sslmod=require`],
    ['--to', address, 'tset'],
    ['--to', address.replace('films:', 'films:1/')],
  ];
  for (const args of wrong) {
    const { code, stdout, stderr } = await runMarquee(['export', ...args], { dataFolder: newFolder('data') });
    expect({ code, shown: /cret/.test(stdout + stderr) }, args.join(' ')).toEqual({ code: 2, shown: false });
  }
});

test('a type that no title has is refused, and what is there stays', async () => {
  const words = /^failed: no title of the build has the type moovie: there are movie, /;
  const flags = { types: ['moovie', 'movie'] };
  const own = await config();
  const folder = newFolder('to');
  const to = `sqlite:${join(folder, 'films.db')}`;
  await exportToTargets(own, { flags: { to, only: ['title_ratings'] }, signal });
  const before = readFileSync(join(folder, 'films.db'));
  expect(await exportToTargets(own, { flags: { to, ...flags }, signal })).toEqual({
    exitCode: 1,
    line: expect.stringMatching(words),
  });
  expect(readFileSync(join(folder, 'films.db')).equals(before)).toBe(true);
  const files = { format: 'csv' as const, out: newFolder('out') };
  expect(await exportAsFiles(own, { files, flags, signal })).toMatchObject({
    exitCode: 1,
    line: expect.stringMatching(words),
  });
});

test('without a build there is nothing to export', async () => {
  const dataFolder = newFolder('data');
  const { code, stdout, stderr } = await runMarquee(['export', '--format', 'csv', '--out', 'films'], { dataFolder });
  expect({ code, said: stdout + stderr }).toEqual({ code: 1, said: expect.stringContaining('there is no build yet') });
});
