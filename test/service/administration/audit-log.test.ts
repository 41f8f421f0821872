import { appendFile, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { audited, openAuditLog } from '../../../src/service/administration/audit-log.ts';
import { newFolder } from '../../support/folders.ts';
import { SILENT_LOG } from '../../support/ingest.ts';

const AT = new Date('2026-11-30T12:00:00Z');

function entry(number: number) {
  return { who: 'boss', action: 'startIngest', outcome: `OUTCOME ${number}` };
}

test('openAuditLog reads the newest entries first, without a line that was cut off', async () => {
  const folder = newFolder();
  const audit = openAuditLog({ folder, log: SILENT_LOG, now: () => AT });
  await audit.write({ ...entry(1), arguments: '{"force":true}', reason: 'why' });
  await appendFile(join(folder, 'audit.jsonl'), '{"at":"2026-1');
  await audit.write(entry(2));
  const at = AT.toISOString();
  expect(await audit.read(10)).toEqual([
    { at, ...entry(2) },
    { at, ...entry(1), arguments: '{"force":true}', reason: 'why' },
  ]);
  expect(await audit.read(1)).toEqual([{ at, ...entry(2) }]);
});

test('openAuditLog begins a new file at its size, keeps four earlier ones, and reads across them', async () => {
  const folder = newFolder();
  let second = 0;
  const now = (): Date => new Date(AT.getTime() + 1000 * (second += 1));
  const audit = openAuditLog({ folder, log: SILENT_LOG, now, mostBytes: 1 });
  for (let number = 1; number <= 8; number += 1) await audit.write(entry(number));
  expect(await readdir(folder)).toHaveLength(5);
  const read = await audit.read(100);
  expect(read.map(({ outcome }) => outcome)).toEqual([8, 7, 6, 5, 4].map((number) => `OUTCOME ${number}`));
});

test('openAuditLog cuts long texts, so that a few actions do not push all earlier entries out', async () => {
  const folder = newFolder();
  const audit = openAuditLog({ folder, log: SILENT_LOG });
  await audit.write(entry(0));
  const long = '"'.repeat(50_000);
  const given = JSON.stringify({ buildId: long });
  for (let number = 1; number <= 100; number += 1) {
    await audit.write({ ...entry(number), arguments: given, reason: `no build ${long}` });
  }
  expect(await readdir(folder)).toEqual(['audit.jsonl']);
  const read = await audit.read(200);
  expect(read.map(({ outcome }) => outcome).at(-1)).toBe('OUTCOME 0');
  expect(JSON.parse(read[0]?.arguments ?? '')).toMatch(/^\{"buildId":"(?:\\")+ …$/);
  expect(read[0]?.reason).toMatch(/^no build "+ …$/);
});

test('openAuditLog mixes no lines of entries that are written at once', async () => {
  const folder = newFolder();
  const logs = [1, 2, 3].map(() => openAuditLog({ folder, log: SILENT_LOG }));
  await Promise.all(Array.from({ length: 60 }, async (_, number) => logs[number % 3]?.write(entry(number))));
  const lines = (await readFile(join(folder, 'audit.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(new Set(lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome)).size).toBe(60);
});

test('audited writes the outcome of a result, and FAILED with the reason of an error, which it passes on', async () => {
  const audit = openAuditLog({ folder: newFolder(), log: SILENT_LOG });
  const action = { who: 'boss', action: 'promoteBuild', arguments: { buildId: 'b', force: undefined } };
  await audited(audit, action, () => Promise.resolve({ outcome: 'PROMOTED' }));
  const failing = audited(audit, action, () => Promise.reject(new Error('the disk is full')));
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await audit.read(2)).toMatchObject([
    { who: 'boss', arguments: '{"buildId":"b"}', outcome: 'FAILED', reason: 'the disk is full' },
    { action: 'promoteBuild', outcome: 'PROMOTED' },
  ]);
});
