import { join } from 'node:path';

import { execute, parse } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { readConfig } from '../../../src/config.ts';
import type { Administration } from '../../../src/graphql/administration/interface/administration.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { administerDatasets } from '../../../src/service/datasets/administer-datasets.ts';
import { openAuditLog } from '../../../src/service/administration/audit-log.ts';
import { createDatasetActions } from '../../../src/service/datasets/dataset-actions.ts';
import { createIngestLock } from '../../../src/storage/files/lock.ts';
import { ADMIN } from '../../support/clients.ts';
import { newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { SILENT_LOG } from '../../support/ingest.ts';
import { openOrigin } from '../../support/origin.ts';
import type { TestOrigin } from '../../support/origin.ts';

let origin: TestOrigin;
let folder: string;
let isPrivate: boolean;

beforeEach(async () => {
  origin = await openOrigin(await writeSources(newFolder('origin')));
  folder = newFolder('data');
  isPrivate = false;
});

afterEach(() => origin.close());

/** Asks the real schema over the real actions. */
async function ask(query: string): Promise<unknown> {
  const config = readConfig(
    { DATA_DIR: folder, EXTRACT_DIR: join(folder, 'text'), IMDB_BASE_URL: origin.url },
    '/nowhere',
  );
  const audit = openAuditLog({ folder, log: SILENT_LOG });
  const actions = createDatasetActions(config, { log: SILENT_LOG, audit });
  const administration: Pick<Administration, 'datasets'> = {
    datasets: administerDatasets(actions, { waitMs: 20_000 }),
  };
  const contextValue = {
    administration,
    client: ADMIN,
    limits: { maxIds: 3 },
    onPrivate: () => {
      isPrivate = true;
    },
  };
  return execute({ schema, document: parse(query), contextValue });
}

test('datasets and its mutations answer with files, outcomes, reasons and counts', async () => {
  expect(
    await ask(
      'mutation { downloadDatasets(names: ["title.crew", "title.plots"]) { outcome reason doneCount failedCount files { file outcome message rows } } }',
    ),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "downloadDatasets": {
          "doneCount": 1,
          "failedCount": 1,
          "files": [
            {
              "file": "title.crew.tsv.gz",
              "message": "downloaded",
              "outcome": "DONE",
              "rows": 2,
            },
            {
              "file": "title.plots",
              "message": "no such file: IMDb has title.basics, title.akas, title.crew, title.episode, title.principals, title.ratings, name.basics",
              "outcome": "FAILED",
              "rows": null,
            },
          ],
          "outcome": "FAILED",
          "reason": "title.plots: no such file: IMDb has title.basics, title.akas, title.crew, title.episode, title.principals, title.ratings, name.basics",
        },
      },
    }
  `);
  expect(
    await ask(
      'mutation { extractDatasets(names: ["title.crew.tsv.gz"]) { outcome reason files { file message bytes rows } } }',
    ),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "extractDatasets": {
          "files": [
            {
              "bytes": 81,
              "file": "title.crew.tsv.gz",
              "message": "extracted",
              "rows": 2,
            },
          ],
          "outcome": "DONE",
          "reason": null,
        },
      },
    }
  `);
  expect(
    await ask(
      '{ datasets { totalCount lastAction { kind startedBy result { outcome doneCount } } files { name contentType verified extracted rows rejected } } }',
    ),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "datasets": {
          "files": [
            {
              "contentType": "application/gzip",
              "extracted": false,
              "name": "title.basics.tsv.gz",
              "rejected": null,
              "rows": null,
              "verified": null,
            },
            {
              "contentType": "application/gzip",
              "extracted": false,
              "name": "title.akas.tsv.gz",
              "rejected": null,
              "rows": null,
              "verified": null,
            },
            {
              "contentType": "application/gzip",
              "extracted": true,
              "name": "title.crew.tsv.gz",
              "rejected": null,
              "rows": 2,
              "verified": true,
            },
            {
              "contentType": "application/gzip",
              "extracted": false,
              "name": "title.episode.tsv.gz",
              "rejected": null,
              "rows": null,
              "verified": null,
            },
            {
              "contentType": "application/gzip",
              "extracted": false,
              "name": "title.principals.tsv.gz",
              "rejected": null,
              "rows": null,
              "verified": null,
            },
            {
              "contentType": "application/gzip",
              "extracted": false,
              "name": "title.ratings.tsv.gz",
              "rejected": null,
              "rows": null,
              "verified": null,
            },
            {
              "contentType": "application/gzip",
              "extracted": false,
              "name": "name.basics.tsv.gz",
              "rejected": null,
              "rows": null,
              "verified": null,
            },
          ],
          "lastAction": {
            "kind": "EXTRACT",
            "result": {
              "doneCount": 1,
              "outcome": "DONE",
            },
            "startedBy": "admin-1",
          },
          "totalCount": 7,
        },
      },
    }
  `);
  expect(isPrivate).toBe(true);
  expect(await ask('mutation { deleteDatasets { outcome reason doneCount failedCount } }')).toMatchInlineSnapshot(`
    {
      "data": {
        "deleteDatasets": {
          "doneCount": 1,
          "failedCount": 6,
          "outcome": "FAILED",
          "reason": "title.basics.tsv.gz: it is not downloaded; title.akas.tsv.gz: it is not downloaded; title.episode.tsv.gz: it is not downloaded; title.principals.tsv.gz: it is not downloaded; title.ratings.tsv.gz: it is not downloaded; name.basics.tsv.gz: it is not downloaded",
        },
      },
    }
  `);
});

test('an action on datasets says that another process works on the data folder', async () => {
  const release = createIngestLock(join(folder, 'ingest.lock')).acquire();
  try {
    expect(
      await ask('mutation { deleteDatasets(force: true) { outcome doneCount failedCount files { file } } }'),
    ).toEqual({
      data: { deleteDatasets: { outcome: 'BUSY', doneCount: 0, failedCount: 0, files: [] } },
    });
  } finally {
    release?.();
  }
});

test('downloadDatasets refuses more names than a list of ids may have', async () => {
  const answer = await ask('mutation { downloadDatasets(names: ["a", "b", "c", "d"]) { outcome } }');
  expect(answer).toMatchObject({ errors: [{ message: 'names: 4 names, at most 3 are allowed' }] });
});
