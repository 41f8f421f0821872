import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';

import { newFolder } from '../support/folders.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { testEngine } from './test-engine.ts';

function open() {
  const path = join(newFolder('sqlite'), 'films.db');

  function read(sql: string): unknown[][] {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return database
        .prepare(sql)
        .all()
        .map((row) => Object.values(row));
    } finally {
      database.close();
    }
  }

  return Promise.resolve({
    url: `sqlite:${path}`,
    rows: ({ name, columns }: { name: string; columns: readonly { content: { kind: string } }[] }) =>
      Promise.resolve(
        read(`SELECT * FROM ${name}`).map((row) =>
          row.map((value, index) => (columns[index]?.content.kind === 'flag' ? value === 1 : value) as ExportValue),
        ),
      ),
    sql: (...statements: string[]) => Promise.resolve(read(statements.at(-1) ?? '')),
    remove: () => Promise.resolve(),
  });
}

testEngine({ engine: 'sqlite', open });
