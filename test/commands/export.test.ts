import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { exportAsFiles } from '../../src/commands/administration/export-to-files.ts';
import { selectionOf } from '../../src/commands/administration/export-flags.ts';
import { emptyTargets, exportToTargets } from '../../src/commands/administration/exports.ts';
import { readConfig } from '../../src/config.ts';
import type { Config } from '../../src/config.ts';
import { TMDB_EXPORT_NOTICE } from '../../src/export/shape/tmdb-export-tables.ts';
import { exportSelection } from '../../src/service/exports/requested-exports.ts';
import { copyData } from '../support/copy-data.ts';
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
  const read = readConfig({ DATA_DIR: '/nowhere', LOG_LEVEL: 'silent', EXPORT_TABLES: 'tmdb_titles' }, '/nowhere');
  const own = { ...(await config()), exports: read.exports };
  const out = newFolder('out');
  expect(await exportAsFiles(own, { files: { format: 'catalog', out }, flags: {}, signal })).toMatchObject({
    line: expect.stringMatching(/^exported: build \S+, 1 file of /),
  });
  const audit = readFileSync(join(own.folders.meta, 'audit.jsonl'), 'utf8');
  const { arguments: given } = JSON.parse(audit.trim()) as { arguments: string };
  expect(JSON.parse(given)).toEqual({ target: `catalog files in ${out}`, tmdb: false });
  expect(await exportAsFiles(own, { files: { format: 'catalog', out }, flags: { tmdb: false }, signal })).toMatchObject(
    {
      line: expect.stringMatching(/^exported: build \S+, 1 file of /),
    },
  );
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
  expect(without.line).toBe(
    `dropped: tmdb_collections at ${to}, because TMDB's data was not asked for; not changed: title_ratings`,
  );
  // Beside tables that are loaded.
  await exportToTargets(own, { flags: { to, only, tmdb: true }, signal });
  const loaded = await exportToTargets(own, { flags: { to, only: ['title_crew'] }, signal });
  expect(loaded.line).toMatch(
    /^exported: build \S+, 1 table with [1-9][\d,]* rows, to \S+; \d+ rows read back and compared; TMDB's data was not asked for, dropped: tmdb_collections$/,
  );
  // The setting asks too, and --no-tmdb takes it back.
  const { exports } = readConfig({ DATA_DIR: '/nowhere', LOG_LEVEL: 'silent', EXPORT_TMDB: 'on' }, '/nowhere');
  const files = { format: 'csv' as const, out: newFolder('out') };
  const asked = { ...own, exports };
  expect((await exportAsFiles(asked, { files, flags: {}, signal })).line).toContain(`\nwarning: ${TMDB_EXPORT_NOTICE}`);
  expect((await exportAsFiles(asked, { files, flags: { tmdb: false }, signal })).line).not.toContain('TMDB');
  await expect(exportToTargets(own, { flags: { to, only }, signal })).rejects.toThrow(
    "--only tmdb_collections: the tables of TMDB's data are exported only where --tmdb, EXPORT_TMDB=on or startExport(tmdb: true) asks for them.",
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

test.each([
  ['--to', 'sqlite:films.db'],
  ['--format', 'csv', '--out', 'films'],
])('without a build nothing is made, and the line says where none is: export %s %s', async (...args) => {
  const folder = newFolder('working');
  const settings = { DATA_DIR: '' };
  const none = await runMarquee(['export', ...args], { dataFolder: folder, settings });
  expect(none).toEqual({
    code: 1,
    stdout: '',
    stderr: `failed: there is no build yet in ${join(folder, 'data')}: run \`npx marquee ingest\`\n`,
  });
  expect(readdirSync(folder)).toEqual([]);
  // The files of a demo are in a folder below it.
  mkdirSync(join(folder, 'data/demo/origin'), { recursive: true });
  writeFileSync(join(folder, 'data/demo/origin/demo.json'), '{}');
  const beside = await runMarquee(['export', ...args], { dataFolder: folder, settings });
  expect(beside.stderr).toMatch(/; a demo is in data\/demo: `npx marquee export --data-dir data\/demo`\n$/);
  expect(readdirSync(folder)).toEqual(['data']);
  expect(readdirSync(join(folder, 'data'))).toEqual(['demo']);
});

test('--data-dir names the folder whose build is exported, or counted', async () => {
  const { meta } = await copyData((await demoBuild(0.001)).folders);
  const folder = newFolder('working');
  const to = `sqlite:${join(folder, 'films.db')}`;
  const args = ['export', '--data-dir', meta, '--to', to];
  const exported = await runMarquee([...args, '--only', 'title_ratings'], { dataFolder: folder });
  expect(exported).toMatchObject({ code: 0, stderr: expect.stringMatching(/^exported: build \S+, 1 table with /) });
  const counted = await runMarquee([...args, 'counts'], { dataFolder: folder });
  expect(counted.stderr).toMatch(/title_ratings +([1-9]\d*) {2}of \1\n/);
  expect(readdirSync(folder)).toEqual(['films.db']);
});

test('the tables of the settings are refused where they are some of TMDB’s that one export is to leave out', () => {
  const settings = { EXPORT_TABLES: 'title_ratings,tmdb_titles', EXPORT_TMDB: 'on' };
  const asked = readConfig({ DATA_DIR: '/nowhere', ...settings }, '/nowhere');
  const words =
    "EXPORT_TABLES tmdb_titles: the tables of TMDB's data are exported only where --tmdb, EXPORT_TMDB=on or startExport(tmdb: true) asks for them.";
  expect(() => selectionOf({ tmdb: false }, asked)).toThrow(words);
  expect(() => exportSelection(asked, false)).toThrow(words);
  expect(exportSelection(asked)).toMatchObject({ only: ['title_ratings', 'tmdb_titles'], tmdb: true });
  // What the settings leave out, one export may ask for; and tables of its own take the place of theirs.
  const unasked = { ...asked, exports: { ...asked.exports, tmdb: false } };
  expect(selectionOf({ tmdb: true }, unasked)).toEqual(exportSelection(asked));
  expect(selectionOf({ tmdb: false, only: ['title_crew'] }, asked)).toEqual({ only: ['title_crew'] });
});
