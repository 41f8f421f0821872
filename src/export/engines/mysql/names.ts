import { EVERY_EXPORT_TABLE } from '../../shape/every-table.ts';

/** The table of what exports have put into the database. */
export const RECORD = 'marquee_export';

/** The table of the steps of the loading. It leaves with the swap, in the same statement. */
export const STEPS = 'marquee_steps';

/** The name of a table while it is loaded, in the same database: MySQL's schemas are databases, with rights of their own. */
export function loadingName(name: string): string {
  return `${name}_marquee_loading`;
}

/** The name of a table that has been replaced, until it is dropped. */
export function oldName(name: string): string {
  return `${name}_marquee_old`;
}

export const TABLE_NAMES: readonly string[] = EVERY_EXPORT_TABLE.map(({ name }) => name);

/** All tables that a swap may leave behind. */
export const OLD_NAMES: readonly string[] = [...TABLE_NAMES, STEPS].map(oldName);
