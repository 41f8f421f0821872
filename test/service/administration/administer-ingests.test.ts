import { join } from 'node:path';

import { expect, test } from 'vitest';

import { administerIngests } from '../../../src/service/administration/administer-ingests.ts';
import { openAuditLog } from '../../../src/service/administration/audit-log.ts';
import { createIngestLock } from '../../../src/storage/files/lock.ts';
import { newFolder } from '../../support/folders.ts';
import { SILENT_LOG } from '../../support/ingest.ts';

test('follow counts nobody who has left before the first event', () => {
  const folder = newFolder();
  const ingests = administerIngests({
    folder,
    lock: createIngestLock(join(folder, 'ingest.lock')),
    actions: { start: () => Promise.reject(new Error('nobody starts')) },
    audit: openAuditLog({ folder, log: SILENT_LOG }),
    nextRun: () => null,
    learnedTime: () => ({ time: undefined, nights: 0 }),
    now: () => new Date(),
    mostFollowers: 1,
    signal: new AbortController().signal,
  });
  // The events of neither are ever read.
  ingests.follow(AbortSignal.abort());
  const leaving = new AbortController();
  ingests.follow(leaving.signal);
  expect(() => ingests.follow(new AbortController().signal)).toThrow('Too many subscribe');
  leaving.abort();
  ingests.follow(new AbortController().signal);
});
