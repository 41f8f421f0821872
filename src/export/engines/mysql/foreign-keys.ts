import type { Connection } from 'mysql2/promise';

import type { ForeignKey } from '../engine.ts';
import { marksFor, rowsOf } from './connect.ts';
import { OLD_NAMES, TABLE_NAMES } from './names.ts';
import { withLocks } from './with-locks.ts';

/** A foreign key by its name, of one table to another. */
interface FoundKey {
  name: string;
  of: string;
  to: string;
}

/** The foreign keys to some tables of the database, as far as the user may see them. */
export async function foreignKeysTo(client: Connection, names: readonly string[]): Promise<readonly FoundKey[]> {
  const rows = await rowsOf(
    client,
    `SELECT constraint_name, table_name, referenced_table_name FROM information_schema.referential_constraints
     WHERE constraint_schema = DATABASE() AND referenced_table_name IN (${marksFor(names)})`,
    names,
  );
  return rows.map(([name, of, to]) => ({ name: String(name), of: String(of), to: String(to) }));
}

/** Drops the keys of our tables to those that have been replaced, which they followed under their old names. */
export async function dropKeysToOld(client: Connection): Promise<void> {
  const ours = new Set([...TABLE_NAMES, ...OLD_NAMES]);
  for (const { name, of } of await foreignKeysTo(client, OLD_NAMES)) {
    if (!ours.has(of)) continue;
    await withLocks(client, () => client.query(`ALTER TABLE ${of} DROP FOREIGN KEY ${name}`));
  }
}

/**
 * Adds the keys that are not there yet, without looking at the rows: the export has looked at all of them in the build,
 * and has compared the tables with it. InnoDB would copy each table to look itself.
 */
export async function addForeignKeys(client: Connection, keys: readonly ForeignKey[]): Promise<void> {
  const there = new Set((await foreignKeysTo(client, TABLE_NAMES)).map(({ name }) => name));
  await client.query('SET SESSION foreign_key_checks = 0');
  try {
    for (const key of keys.filter((one) => !there.has(nameOf(one)))) {
      const { table, column, to } = key;
      await withLocks(client, () =>
        client.query(
          `ALTER TABLE ${table.name} ADD CONSTRAINT ${nameOf(key)} FOREIGN KEY (${column})
           REFERENCES ${to.name} (${to.key.join(', ')})`,
        ),
      );
    }
  } finally {
    await client.query('SET SESSION foreign_key_checks = 1').catch(() => undefined);
  }
}

function nameOf({ table, column }: ForeignKey): string {
  return `${table.name}_${column}`;
}
